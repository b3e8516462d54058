<?php
// Prints the units of an XLIFF file as Symfony reads them, a JSON list of id and translation.
// Symfony holds the file to the schemas of XLIFF 1.2 strict and 2.0 before it reads it.

$folder = '/usr/share/php/Symfony/Component';
require "$folder/Config/autoload.php";
require "$folder/Translation/autoload.php";

$document = new DOMDocument();
$document->load($argv[1]);
$faults = Symfony\Component\Translation\Util\XliffUtils::validateSchema($document);
if ($faults) {
    fwrite(STDERR, json_encode($faults, JSON_UNESCAPED_UNICODE));
    exit(1);
}
$catalogue = (new Symfony\Component\Translation\Loader\XliffFileLoader())->load($argv[1], 'en');
$units = [];
foreach ($catalogue->all('messages') as $id => $target) {
    $units[] = [(string) $id, $target];
}
echo json_encode($units, JSON_UNESCAPED_UNICODE);
