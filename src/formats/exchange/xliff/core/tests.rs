//! Each rule of the standard is broken once in a file that keeps them all.

use super::check;
use crate::formats::exchange::ReadFault;

/// A file with all that the standard has rules for.
const SOUND: &str = r##"<?xml version="1.0"?>
<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" xmlns:fs="urn:oasis:names:tc:xliff:fs:2.0"
 xmlns:our="urn:our" version="2.1" srcLang="ru" trgLang="en">
<file id="f1"><skeleton href="post.md"/><our:a id="a1"/><notes><note id="n1">Ask.</note></notes>
<group id="g1"><notes><note id="n1">Twice.</note></notes>
<unit id="u1" fs:fs="p"><notes><note id="n1">Who?</note><note id="n2">When?</note></notes>
<originalData><data id="d1">**</data><data id="d2">_</data></originalData>
<segment id="s1" state="translated" subState="our:done"><source><sc id="1" dataRef="d1" type="fmt" subType="xlf:b" canCopy="no"/>Кофе<ec startRef="1" dataRef="d1" canCopy="no"/> <ph id="2" canCopy="no" canDelete="no" canReorder="firstNo"/><ph id="3" canCopy="no" canDelete="no" canReorder="no"/></source><target><sc id="1" dataRef="d1" canCopy="no"/>Coffee<ec startRef="1" dataRef="d1" canCopy="no"/> <ph id="2" canCopy="no" canDelete="no" canReorder="firstNo"/><ph id="3" canCopy="no" canDelete="no" canReorder="no"/></target></segment>
<ignorable id="i1"><source> </source><target xml:lang="en"> </target></ignorable>
<segment id="s2"><source><sm id="4" type="comment" ref="#n=n1"/>остыл<em startRef="4"/> <pc id="5" dataRefStart="d2" dataRefEnd="d2" subFlowsStart="u2">весь</pc><cp hex="0007"/></source><target order="3">is <pc id="5" dataRefStart="d2" dataRefEnd="d2">all</pc> cold<sm id="4" type="comment" value="so"/>.<em startRef="4"/><pc id="6" copyOf="5">x</pc></target></segment>
</unit></group>
<unit id="u2"><segment><source>Да <ec id="7" isolated="yes"/><sc id="8" isolated="yes"/><mrk id="9" type="our:name" ref="#/f=f1/u=u1/n=n2">нет</mrk></source></segment></unit>
</file></xliff>
"##;

fn fault(text: &str) -> String {
    match check(text) {
        Ok(()) => "none".to_owned(),
        Err(fault) => told(&fault, text),
    }
}

/// What is wrong, with what stands there.
fn told(fault: &ReadFault, text: &str) -> String {
    assert!(fault.hint.is_some());
    let there = text[fault.offset..].split(['>', '\n', '/']).next().unwrap_or_default();
    let name = there.split(' ').next().unwrap_or_default();
    format!("{} {name}", fault.message.id.trim_start_matches("error-xliff-"))
}

#[test]
fn a_sound_file_passes() {
    assert_eq!(fault(SOUND), "none");
    for version in ["2.0", "2.2"] {
        let other = SOUND.replace("version=\"2.1\"", &format!("version=\"{version}\""));
        assert_eq!(fault(&other), "none");
    }
}

#[expect(clippy::too_many_lines, reason = "a table, a line a rule")]
#[test]
fn each_rule_is_held() {
    let rules: [[&str; 3]; 72] = [
        // Languages and the frame.
        [" srcLang=\"ru\"", "", "lacks <xliff"],
        [" trgLang=\"en\"", "", "lacks <target"],
        ["srcLang=\"ru\"", "srcLang=\"r u\"", "value <xliff"],
        ["trgLang=\"en\"", "trgLang=\"de\"", "value <target"],
        ["<source>Да", "<source xml:lang=\"de\">Да", "value <source"],
        ["xliff:document:2.0", "xliff:document:1.2", "foreign <xliff"],
        ["<file id=\"f1\">", "<file id=\"f1\" xml:lang=\"de\">", "value <source"],
        ["</file>", "</file><file id=\"f1\"><unit id=\"x\"/></file>", "twice <file"],
        ["</file></xliff>", "</file><our:a/></xliff>", "child <our:a"],
        ["<group id=\"g1\">", "<group>", "lacks <group"],
        ["</group>", "</group><group id=\"g1\"></group>", "twice <group"],
        ["<skeleton href=\"post.md\"/>", "<skeleton/>", "lacks <skeleton"],
        ["<skeleton href=\"post.md\"/>", "<skeleton href=\"a\">b</skeleton>", "value <skeleton"],
        ["<our:a id=\"a1\"/>", "<our:a id=\"a1\"/><our:b id=\"a1\"/>", "twice <our:b"],
        ["</file>", "<our:a/></file>", "child <our:a"],
        ["fs:fs=\"p\"", "fs:fs=\"paragraph\"", "value <unit"],
        ["fs:fs=\"p\"", "fs:like=\"p\"", "value <unit"],
        ["unit id=\"u2\"", "unit id=\"u1\"", "twice <unit"],
        ["unit id=\"u2\"", "unit id=\"u 2\"", "value <unit"],
        ["unit id=\"u2\"", "unit", "lacks <unit"],
        ["unit id=\"u2\"", "unit id=\"u2\" colour=\"red\"", "attribute <unit"],
        ["<unit id=\"u2\"><segment>", "<unit id=\"u2\"><our:a/><segment>", "none"],
        ["<unit id=\"u2\"><segment>", "<unit id=\"u2\"><segment><our:a/>", "child <our:a"],
        // Notes and data.
        ["<note id=\"n2\">", "<note id=\"n1\">", "twice <note"],
        ["<notes><note id=\"n1\">Twice.</note></notes>", "<notes></notes>", "lacks <notes"],
        ["</unit></group>", "<notes><note>a</note></notes></unit></group>", "child <notes"],
        ["<data id=\"d2\">", "<data id=\"d1\">", "twice <data"],
        ["<data id=\"d2\">", "<data>", "lacks <data"],
        ["_</data>", "<our:a/></data>", "child <our:a"],
        ["<data id=\"d1\">**</data><data id=\"d2\">_</data>", "", "lacks <originalData"],
        ["dataRefStart=\"d2\"", "dataRefStart=\"d3\"", "reference <pc"],
        // Segments.
        ["state=\"translated\" subState", "state=\"done\" subState", "value <segment"],
        ["state=\"translated\" subState", "subState", "lacks <segment"],
        ["subState=\"our:done\"", "subState=\"done\"", "value <segment"],
        ["<segment id=\"s2\">", "<segment id=\"s1\">", "twice <segment"],
        ["<segment id=\"s2\">", "<segment id=\"s2\" translate=\"no\">", "attribute <segment"],
        ["<segment id=\"s2\">", "<segment id=\"s2\" our:a=\"b\">", "attribute <segment"],
        ["<ignorable id=\"i1\">", "<ignorable id=\"s1\">", "twice <ignorable"],
        ["<ignorable id=\"i1\"><source> </source>", "<ignorable>", "lacks <ignorable"],
        ["<source> </source>", "<source> </source><source> </source>", "child <source"],
        ["<target xml:lang=\"en\">", "<target xml:lang=\"ru\">", "value <target"],
        ["<target xml:lang=\"en\">", "<target xml:space=\"preserve\">", "value <target"],
        ["<target order=\"3\">", "<target order=\"2\">", "value <target"],
        ["<target order=\"3\">", "<target order=\"4\">", "value <target"],
        ["<target order=\"3\">", "<target dir=\"ltr\">", "attribute <target"],
        // Codes.
        ["<ec startRef=\"1\" dataRef=\"d1\" canCopy=\"no\"/> <ph", "<ph", "lacks <sc"],
        [
            "<ec startRef=\"1\" dataRef=\"d1\" canCopy=\"no\"/> <ph",
            "<ec startRef=\"1\"/><ph",
            "value <ec",
        ],
        ["<ec startRef=\"1\"", "<ec id=\"x\" startRef=\"1\"", "value <ec"],
        ["<ec startRef=\"1\"", "<ec isolated=\"yes\" id=\"x\" startRef=\"1\"", "value <ec"],
        ["<ec startRef=\"1\"", "<ec", "lacks <sc"],
        ["<sc id=\"1\"", "<sc isolated=\"yes\" id=\"1\"", "value <sc"],
        ["Да <ec id=\"7\"", "Да <ec", "lacks <ec"],
        ["<sc id=\"8\" isolated=\"yes\"/>", "<sc id=\"8\"/>", "lacks <sc"],
        ["type=\"fmt\" subType", "subType", "value <sc"],
        ["type=\"fmt\" subType=\"xlf:b\"", "subType=\"our:b\"", "lacks <sc"],
        ["subType=\"xlf:b\"", "subType=\"xlf:var\"", "value <sc"],
        ["type=\"fmt\"", "type=\"bold\"", "value <sc"],
        ["<cp hex=\"0007\"/>", "<cp hex=\"0041\"/>", "value <cp"],
        ["<cp hex=\"0007\"/>", "<cp hex=\"7\"/>", "value <cp"],
        ["<cp hex=\"0007\"/>", "<cp/>", "lacks <cp"],
        ["subFlowsStart=\"u2\"", "subFlowsStart=\"u3\"", "reference <pc"],
        ["copyOf=\"5\"", "copyOf=\"2\"", "reference <pc"],
        ["copyOf=\"5\"", "copyOf=\"55\"", "reference <pc"],
        ["<pc id=\"6\"", "<pc id=\"5\"", "twice <pc"],
        ["<pc id=\"6\" copyOf=\"5\"", "<pc id=\"6\" copyOf=\"5\" dataRefEnd=\"d1\"", "value <pc"],
        // Marks.
        ["type=\"comment\" ref=\"#n=n1\"", "type=\"comment\"", "lacks <sm"],
        [
            "type=\"comment\" ref=\"#n=n1\"",
            "type=\"comment\" value=\"a\" ref=\"#n=n1\"",
            "value <sm",
        ],
        ["ref=\"#n=n1\"", "ref=\"#n=n3\"", "reference <sm"],
        ["<em startRef=\"4\"/> <pc", "<pc", "lacks <sm"],
        ["#/f=f1/u=u1/n=n2", "#/u=u1/f=f1/n=n2", "reference <mrk"],
        ["#/f=f1/u=u1/n=n2", "#/f=f1/n=n2/u=u1", "reference <mrk"],
        ["#/f=f1/u=u1/n=n2", "#/f=f1/zz=u1", "reference <mrk"],
    ];
    let judged = rules.map(|[whole, broken, _]| {
        assert!(SOUND.contains(whole), "{whole}");
        format!("{broken}: {}", fault(&SOUND.replacen(whole, broken, 1)))
    });
    let wanted = rules.map(|[_, broken, wanted]| format!("{broken}: {wanted}"));
    snapbox::assert_data_eq!(judged.join("\n"), wanted.join("\n"));
}

#[test]
fn codes_that_stay_are_neither_moved_nor_left_out() {
    let (head, tail) = SOUND.split_once("<target>").unwrap();
    let first = "<ph id=\"2\" canCopy=\"no\" canDelete=\"no\" canReorder=\"firstNo\"/>";
    let second = "<ph id=\"3\" canCopy=\"no\" canDelete=\"no\" canReorder=\"no\"/>";
    assert!(tail.contains(&format!("{first}{second}")));
    let with = |codes: &str| {
        let tail = tail.replacen(&format!("{first}{second}"), codes, 1);
        fault(&format!("{head}<target>{tail}"))
    };
    let cases = [
        format!("{first}, {second}"),
        format!("{second}{first}"),
        first.to_owned(),
        String::new(),
        format!("<pc id=\"x\">{first}</pc>{second}"),
    ];
    let judged = cases.map(|codes| with(&codes));
    assert_eq!(judged, ["none", "moved <pc", "moved <pc", "moved <ph", "moved <ph"]);
    // Where nobody has begun, nothing was left out.
    let begun = SOUND.replace("state=\"translated\" subState", "state=\"initial\" subState");
    assert_eq!(fault(&begun.replacen(second, "", 2).replacen(first, "", 2)), "none");
    let free = second.replace(" canDelete=\"no\"", "");
    assert_eq!(fault(&SOUND.replacen(second, &free, 1)), "value <ph");
}

#[test]
fn a_unit_of_any_length_is_judged_at_once_or_refused() {
    let unit = |inner: &str| {
        format!(
            "<xliff xmlns=\"urn:oasis:names:tc:xliff:document:2.0\" version=\"2.0\" srcLang=\"ru\" \
             trgLang=\"en\"><file id=\"f\"><unit id=\"u\"><segment><source>{inner}</source>\
             </segment></unit></file></xliff>"
        )
    };
    let pair = |n: usize| format!("<sc id=\"{n}\"/>");
    let ends = |n: usize| format!("<ec startRef=\"{n}\"/>");
    let many = 50_000;
    let starts: String = (0..many).map(pair).collect();
    let codes = starts + &(0..many).map(ends).collect::<String>();
    assert_eq!(fault(&unit(&codes)), "none");
    let crowd: String = (0..250_000).map(|n| format!("<ph id=\"{n}\"/>")).collect();
    assert_eq!(fault(&unit(&crowd)), "error-xml-many <ph");
}
