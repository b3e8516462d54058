// Opens each page in Chromium: no violation by axe-core, no request, no error, and its keys work.
"use strict";

const fs = require("node:fs");
const { chromium } = require("playwright-core");

const AXE = fs.readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const ARGUMENTS = [
  "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
  "--disable-background-networking", "--disable-component-update", "--disable-sync",
];
const faults = [];

const visible = (page, selector) => page.locator(selector).first().isVisible();

const check = (condition, fault) => {
  if (!condition) faults.push(fault);
};

const audit = async (page, name) => {
  await page.evaluate(AXE);
  const { violations } = await page.evaluate(() => axe.run());
  for (const { id, nodes } of violations) faults.push(`${name}: axe ${id}: ${nodes[0].html}`);
};

const use = async (page, name, touch) => {
  if (!(await page.locator("#view-source").count())) return;
  await page.locator("#s2").hover();
  const lit = await page.locator("#t2.on, #s2.on").count();
  check(lit === await page.locator("#t2, #s2").count(), `${name}: hover lights the pair`);
  await page.keyboard.press("2");
  check(!(await visible(page, "main .tgt")) && await visible(page, "main .src"), `${name}: 2 shows the source`);
  await page.keyboard.press("3");
  check(await visible(page, "main .tgt") && !(await visible(page, "main .src")), `${name}: 3 shows the translation`);
  await page.keyboard.press("1");
  check(await visible(page, "main .tgt") && await visible(page, "main .src"), `${name}: 1 shows both`);
  if (touch) {
    await page.locator("#s2").tap();
    check(await page.locator("#s2.on").count() === 1, `${name}: a tap lights the sentence`);
  }
  if (await page.locator("a.flag").count()) {
    const change = await page.locator("a.flag").first().getAttribute("href");
    await page.evaluate((id) => document.querySelector(id).removeAttribute("open"), change);
    await page.locator("a.flag").first().click();
    check(await visible(page, `${change} .diff`), `${name}: a mark opens its change`);
  }
  await page.locator("#next").click();
  check(await page.locator(".s.on").count() > 0, `${name}: the button leads to a mark`);
  await page.locator("#s2 .n").focus();
  check(await page.locator("#s2.on").count() === 1, `${name}: focus lights the sentence`);
  if (await page.locator(".notes").count()) {
    await page.keyboard.press("m");
    check(!(await visible(page, ".notes")), `${name}: m hides the marks`);
    await page.keyboard.press("m");
    check(await visible(page, ".notes"), `${name}: m shows the marks`);
  }
};

const main = async () => {
  const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ARGUMENTS });
  for (const file of process.argv.slice(2)) {
    for (const [width, colorScheme] of [[1280, "light"], [1280, "dark"], [390, "light"], [390, "dark"]]) {
      const name = `${file} ${width} ${colorScheme}`;
      const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme, hasTouch: width === 390 });
      page.on("pageerror", (error) => faults.push(`${name}: ${error.message}`));
      page.on("console", (message) => faults.push(`${name}: ${message.text()}`));
      page.on("dialog", (dialog) => { faults.push(`${name}: ${dialog.message()}`); dialog.dismiss(); });
      page.on("request", (request) => {
        if (!request.url().startsWith("file:")) faults.push(`${name}: asks for ${request.url()}`);
      });
      await page.goto(`file://${file}`);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
      check(!wide, `${name}: scrolls sideways`);
      await audit(page, name);
      await use(page, name, width === 390);
      await page.close();
    }
  }
  await browser.close();
  for (const fault of faults) console.error(fault);
  process.exit(faults.length === 0 ? 0 : 1);
};

main();
