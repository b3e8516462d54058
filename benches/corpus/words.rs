//! What the made-up sentences are put together from, in Russian and English.

pub const SUBJECTS: &[(&str, &str)] = &[
    ("Комиссия по почтовой связи", "The Postal Commission"),
    ("Координационный совет содружества", "The Coordination Council of the Commonwealth"),
    ("Рабочая группа по радиочастотному спектру", "The Working Group on the radio spectrum"),
    ("Исполнительный комитет", "The Executive Committee"),
    ("Генеральный директор А. С. Морозов", "Director General A. S. Morozov"),
    ("Министерство цифрового развития", "The Ministry of Digital Development"),
    ("Национальный оператор связи", "The national operator"),
    ("Экспертный совет", "The Expert Council"),
    ("Делегация Республики Беларусь", "The delegation of the Republic of Belarus"),
    (
        "Администрация связи Кыргызской Республики",
        "The communications administration of the Kyrgyz Republic",
    ),
    ("Международный союз электросвязи", "The International Telecommunication Union"),
    ("Совет операторов электросвязи", "The Telecommunications Operators Board"),
    ("Учебный центр в г. Ташкенте", "The training centre in Tashkent"),
    ("Пресс-служба содружества", "The press office of the Commonwealth"),
    ("Заместитель председателя Е. В. Лаптева", "Deputy Chair E. V. Lapteva"),
];

pub const VERBS: &[(&str, &str)] = &[
    ("подробно рассмотрела и одобрила", "considered in detail and approved"),
    ("внесла на обсуждение участников", "put before the participants for discussion"),
    ("представила вниманию коллег", "presented to colleagues"),
    ("приняла к сведению", "took note of"),
    ("предложила дополнить", "proposed to supplement"),
    ("не поддержала в первом чтении", "did not support at first reading"),
    ("утвердила с учётом замечаний", "approved, subject to remarks,"),
    ("направила на доработку", "sent back for revision"),
    ("опубликовала для открытого обсуждения", "published for open consultation"),
    ("согласовала с заинтересованными сторонами", "agreed with the parties concerned"),
];

pub const OBJECTS: &[(&str, &str)] = &[
    ("проект плана совместных мероприятий", "the draft plan of joint activities"),
    (
        "доклад о развитии широкополосного доступа",
        "the report on the development of broadband access",
    ),
    ("предложения по защите персональных данных", "proposals on the protection of personal data"),
    ("порядок обмена почтовыми отправлениями", "the procedure for the exchange of postal items"),
    ("перечень приоритетных исследований", "the list of priority studies"),
    ("итоги испытаний спутниковой сети", "the results of satellite network trials"),
    ("программу подготовки молодых специалистов", "the training programme for young specialists"),
    ("соглашение о роуминге", "the agreement on roaming"),
    ("методику оценки качества услуг", "the method for assessing the quality of services"),
    (
        "обзор законодательства об электронной подписи",
        "the review of legislation on electronic signatures",
    ),
    ("расчёт тарифов на 2026–2027 гг.", "the calculation of tariffs for 2026–2027"),
    ("общие предложения к Всемирной конференции", "common proposals for the World Conference"),
];

pub const PLACES: &[(&str, &str)] = &[
    ("на заседании 12 марта 2026 года в Минске", "at the meeting in Minsk on March 12, 2026"),
    ("в ходе консультаций, прошедших в г. Бишкеке", "during the consultations held in Bishkek"),
    ("на совместной сессии в Ереване", "at the joint session in Yerevan"),
    ("на форуме, который состоялся 5 июня", "at the forum held on June 5"),
    ("в режиме видео-конференц-связи", "by videoconference"),
    ("по итогам встречи в Алма-Ате", "following the meeting in Almaty"),
    ("на отчётном собрании в Душанбе", "at the annual meeting in Dushanbe"),
    ("в рамках недели связи в Баку", "as part of the communications week in Baku"),
];

pub const CLAUSES: &[(&str, &str)] = &[
    ("что позволит ускорить работу над документами", "which will speed up work on the documents"),
    ("о чём сообщили участникам заранее", "of which the participants had been told in advance"),
    (
        "и доля поддержавших решение оказалась высокой",
        "and the share of those in favour proved high",
    ),
    ("причём часть вопросов отложили до осени", "with some of the questions put off until autumn"),
    ("тогда как год назад показатель был ниже", "whereas a year ago the figure was lower"),
    ("несмотря на возражения отдельных делегаций", "despite the objections of some delegations"),
    ("как и предусматривал утверждённый регламент", "as the approved rules of procedure provide"),
];
