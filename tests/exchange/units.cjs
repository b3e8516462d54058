// Prints the units of an XLIFF file as npm's package `xliff` reads them, a JSON list of source and translation.
"use strict";

const fs = require("node:fs");
const xliff = require("xliff");

// Codes within a text are objects; what they stand for is told in one of their attributes, or nowhere.
const plain = (text) => {
  if (typeof text === "string") return text;
  if (Array.isArray(text)) return text.map(plain).join("");
  if (!text) return "";
  const [code] = Object.values(text);
  return plain(code.contents ?? "");
};

const walk = (node, units) => {
  for (const unit of Object.values(node)) {
    if (unit.groupUnits) walk(unit.groupUnits, units);
    else if ("source" in unit) units.push([plain(unit.source), plain(unit.target)]);
  }
  return units;
};

const main = async () => {
  const text = fs.readFileSync(process.argv[2], "utf8");
  const read = /<xliff[^>]*version="2/.test(text) ? xliff.xliff2js : xliff.xliff12ToJs;
  const { resources } = await read(text);
  console.log(JSON.stringify(Object.values(resources).flatMap((file) => walk(file, []))));
};

main();
