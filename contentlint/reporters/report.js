
"use strict";
// Text from articles goes through textContent alone; nothing here writes markup.
const data = JSON.parse(document.getElementById("data").textContent);
const [FILE, RULE, SEVERITY, ROW, COLUMN, MESSAGE, EXCERPT, LAST_ROW, FIX] = [0, 1, 2, 3, 4, 5, 6, 7, 8];
const [TITLE, SAFE, BEFORE, REMOVED, PUT, AFTER] = [0, 1, 2, 3, 4, 5];
const NOUNS = { error: ["error", "errors"], warning: ["warning", "warnings"], info: ["remark", "remarks"] };
const PAGE = 50;
const $ = (id) => document.getElementById(id);
const controls = ["text", "severity", "what", "place", "fix"].map($);
const nearEnd = new IntersectionObserver((entries) => entries.some((entry) => entry.isIntersecting) && showMore(), { rootMargin: "600px" });
let matching = [];
let shown = 0;

function make(tag, className, ...children) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.append(...children.filter((child) => child !== null && child !== undefined).map((child) => (child instanceof Node ? child : String(child))));
  return element;
}

function number(value) {
  return value.toLocaleString("en");
}

function counted(value, [one, many]) {
  return `${number(value)} ${value === 1 ? one : many}`;
}

/** Counts by severity for each key, worst first. */
function tally(keyOf) {
  const counts = new Map();
  for (const finding of data.findings) {
    for (const key of [keyOf(finding)].flat()) {
      if (!counts.has(key)) counts.set(key, [0, 0, 0]);
      counts.get(key)[finding[SEVERITY]] += 1;
    }
  }
  return [...counts].map(([key, bySeverity]) => ({ key, bySeverity, total: bySeverity.reduce((a, b) => a + b) }));
}

const most = (a, b) => b.total - a.total || (a.key < b.key ? -1 : 1);
const worst = (a, b) => b.bySeverity[0] - a.bySeverity[0] || b.bySeverity[1] - a.bySeverity[1] || most(a, b);

function folders(path) {
  const found = [];
  for (let at = path.indexOf("/", 1); at > 0; at = path.indexOf("/", at + 1)) found.push(path.slice(0, at));
  return found;
}

function pathParts(path) {
  const cut = path.lastIndexOf("/") + 1;
  return [path.slice(0, cut), path.slice(cut)];
}

/* The head of the page */

function showHead(bySeverity) {
  const total = data.findings.length;
  const files = counted(data.checked, ["file", "files"]);
  $("version").textContent = data.version;
  $("headline").textContent = total ? `${counted(total, ["finding", "findings"])} in ${number(data.files.length)} of ${files}` : `No findings in ${files}`;
  document.title = `contentlint: ${$("headline").textContent.toLowerCase()}`;
  const safe = data.findings.filter((finding) => finding[FIX] && finding[FIX][SAFE]).length;
  const unsafe = data.findings.filter((finding) => finding[FIX] && !finding[FIX][SAFE]).length;
  const hints = [safe ? `${number(safe)} can be fixed with --fix` : "", unsafe ? `${number(unsafe)} with --fix --unsafe-fixes` : ""].filter(Boolean);
  $("subline").textContent = total ? (hints.length ? hints.join(", ") + "." : "None of them has an automatic fix.") : "";
  for (const [path, error] of data.notChecked) $("not-checked").querySelector("ul").append(make("li", "", make("code", "", path), `: ${error}`));
  $("not-checked").hidden = !data.notChecked.length;
  if (!total && !data.notChecked.length) $("overview").before(allGood());
  $("overview").hidden = $("findings").hidden = document.querySelector(".skip").hidden = !total;
  data.severities.forEach((severity, rank) => {
    if (!bySeverity[rank]) return;
    $("share").append(sized(make("i", `${severity}-fill`), bySeverity[rank], total));
    $("severities").append(severityButton(severity, bySeverity[rank]));
  });
}

function allGood() {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 32 32");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  path.setAttribute("d", "M16 3a13 13 0 1 0 .01 0M10 16.5l4.2 4.2L22.5 12");
  svg.append(path);
  return make("p", "card all-good", svg, "Nothing to do here.");
}

function severityButton(severity, count) {
  const button = make("button", "", make("b", "", number(count)), make("i", `${severity}-fill`), NOUNS[severity][count === 1 ? 0 : 1]);
  return toggle(button, "severity", severity);
}

function sized(element, part, whole) {
  element.style.flexGrow = part / whole;
  return element;
}

/** A button that sets a filter, or unsets it where it is set. */
function toggle(button, control, value) {
  button.type = "button";
  button.dataset.control = control;
  button.dataset.value = value;
  button.addEventListener("click", () => {
    choose(control, $(control).value === value ? "" : value);
    update();
  });
  return button;
}

function showChart(id, rows, control, valueOf, labelOf) {
  const longest = Math.max(...rows.map((row) => row.total));
  for (const row of rows) {
    const bar = make("span", "bar", ...row.bySeverity.map((part, rank) => (part ? sized(make("i", `${data.severities[rank]}-fill`), part, longest) : null)));
    bar.append(sized(make("span"), longest - row.total, longest));
    bar.setAttribute("aria-hidden", "true");
    const button = make("button", "", labelOf(row.key), make("span", "number", number(row.total)), bar);
    button.title = `${row.key}: ${row.bySeverity.flatMap((part, rank) => (part ? [counted(part, NOUNS[data.severities[rank]])] : [])).join(", ")}`;
    $(id).append(make("li", "", toggle(button, control, valueOf(row.key))));
  }
}

function pathLabel(path) {
  const [folder, name] = pathParts(path);
  return make("span", "name", name, " ", make("span", "where", folder.replace(/\/$/, "")));
}

/* Filters */

function option(value, label) {
  const element = make("option", "", label);
  element.value = value;
  return element;
}

function fillControls(byGroup, byRule, byFolder) {
  $("severity").append(option("", "Any"), ...data.severities.map((severity) => option(severity, NOUNS[severity][1])));
  $("fix").append(option("", "Any"), option("safe", "Safe fix"), option("unsafe", "Unsafe fix"), option("none", "By hand"));
  $("what").append(option("", "All rules"));
  for (const group of byGroup) {
    const rules = byRule.filter((rule) => groupOf.get(rule.key) === group.key);
    const options = make("optgroup", "", option(`group:${group.key}`, `all of ${group.key} (${number(group.total)})`));
    options.label = group.key;
    options.append(...rules.map((rule) => option(`rule:${rule.key}`, `${rule.key} (${number(rule.total)})`)));
    $("what").append(options);
  }
  $("place").append(option("", "All folders"), ...byFolder.map((folder) => option(folder.key, `${folder.key} (${number(folder.total)})`)));
}

/** Set a filter; a value that is no choice yet (a file) becomes one. */
function choose(control, value) {
  const element = $(control);
  if (control === "place" && value && ![...element.options].some((each) => each.value === value)) element.append(option(value, value));
  element.value = value;
}

function test() {
  const [text, severity, what, place, fix] = controls.map((control) => control.value);
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const rank = data.severities.indexOf(severity);
  const rules = data.rules.map(([name, group]) => !what || what === `rule:${name}` || what === `group:${group}`);
  const files = data.files.map((path) => !place || path === place || path.startsWith(place + "/"));
  return (finding) =>
    rules[finding[RULE]] && files[finding[FILE]] && (rank < 0 || finding[SEVERITY] === rank) && (!fix || fix === fixKind(finding)) && (!words.length || contains(finding, words));
}

function fixKind(finding) {
  return finding[FIX] ? (finding[FIX][SAFE] ? "safe" : "unsafe") : "none";
}

function contains(finding, words) {
  const excerpt = finding[EXCERPT].map((parts) => parts.join("")).join("\n");
  const text = `${data.files[finding[FILE]]}\n${data.rules[finding[RULE]][0]}\n${finding[MESSAGE]}\n${excerpt}`.toLowerCase();
  return words.every((word) => text.includes(word));
}

function update() {
  matching = data.findings.filter(test());
  shown = 0;
  $("list").replaceChildren();
  showMore();
  const total = data.findings.length;
  $("count").textContent = matching.length === total ? `All ${counted(total, ["finding", "findings"])}` : `${number(matching.length)} of ${counted(total, ["finding", "findings"])}`;
  $("clear").disabled = controls.every((control) => !control.value);
  for (const button of document.querySelectorAll("button[data-control]")) button.setAttribute("aria-pressed", String($(button.dataset.control).value === button.dataset.value));
  remember();
}

/** The filters in the address, so that a view can be sent to someone. */
function remember() {
  const state = new URLSearchParams(controls.filter((control) => control.value).map((control) => [control.id, control.value]));
  history.replaceState(null, "", state.size ? `#${state}` : location.pathname + location.search);
}

function recall() {
  const state = new URLSearchParams(location.hash.slice(1));
  for (const control of controls) choose(control.id, state.get(control.id) || "");
}

/* The list */

function showMore() {
  const until = Math.min(shown + PAGE, matching.length);
  for (; shown < until; shown += 1) {
    const finding = matching[shown];
    let file = $("list").lastElementChild;
    if (!file || file.dataset.file !== String(finding[FILE])) {
      file = fileSection(finding[FILE]);
      $("list").append(file);
    }
    file.lastElementChild.append(item(finding));
  }
  $("more").hidden = shown >= matching.length;
  $("more").textContent = `Show more (${number(matching.length - shown)} left)`;
  nearEnd.disconnect();
  nearEnd.observe($("more"));
}

function fileSection(index) {
  const [folder, name] = pathParts(data.files[index]);
  const count = matching.reduce((sum, finding) => sum + (finding[FILE] === index), 0);
  const section = make("section", "card file", make("h3", "", make("span", "number", number(count)), make("span", "where", folder), name), make("ol"));
  section.dataset.file = index;
  return section;
}

function item(finding) {
  const [rule, group, url] = data.rules[finding[RULE]];
  const severity = data.severities[finding[SEVERITY]];
  const link = make("a", "", rule);
  link.href = url;
  link.rel = "noreferrer";
  const place = make("span", "", `line ${finding[ROW]}, column ${finding[COLUMN]}`);
  return make(
    "li",
    "finding",
    make("p", "message", make("span", `severity ${severity}`, severity === "info" ? "Remark" : severity[0].toUpperCase() + severity.slice(1)), finding[MESSAGE]),
    make("p", "meta", place, make("span", "", link), make("span", "", group)),
    source(finding),
    finding[FIX] ? change(finding[FIX]) : null,
  );
}

function source(finding) {
  const lines = finding[EXCERPT].map(([before, marked, after], index) =>
    make("div", "", make("span", "row", finding[ROW] + index), make("code", "", before, marked || index === 0 ? make("mark", "", marked) : null, after)),
  );
  if (finding[LAST_ROW]) lines.push(make("div", "rest", make("span", "row", "⋮"), make("span", "", `to line ${number(finding[LAST_ROW])}`)));
  return lines.length ? make("div", "source", ...lines) : null;
}

function change(fix) {
  const kind = make("span", fix[SAFE] ? "safe" : "unsafe", fix[SAFE] ? " (safe, --fix)" : " (needs a look, --unsafe-fixes)");
  if (fix.length <= BEFORE) return make("p", "meta", make("span", "", `Fix: ${fix[TITLE]}`, kind));
  const details = make("details", "", make("summary", "", `Fix: ${fix[TITLE]}`, kind));
  details.addEventListener("toggle", () => details.open && details.children.length === 1 && details.append(beforeAndAfter(fix)));
  return details;
}

function beforeAndAfter(fix) {
  const is_empty = !(fix[BEFORE] + fix[PUT] + fix[AFTER]).trim();
  const before = make("pre", "", fix[BEFORE], make("del", "", fix[REMOVED]), fix[AFTER]);
  const after = is_empty ? make("pre", "", make("em", "", "nothing")) : make("pre", "", fix[BEFORE], make("ins", "", fix[PUT]), fix[AFTER]);
  return make("div", "change", make("figure", "", make("figcaption", "", "Before"), before), make("figure", "", make("figcaption", "", "After"), after));
}

/* Begin */

const groupOf = new Map(data.rules.map(([name, group]) => [name, group]));
const byRule = tally((finding) => data.rules[finding[RULE]][0]).sort(most);
const byGroup = tally((finding) => data.rules[finding[RULE]][1]).sort(most);
const byFile = tally((finding) => data.files[finding[FILE]]).sort(worst);
const byFolder = tally((finding) => folders(data.files[finding[FILE]])).sort((a, b) => (a.key < b.key ? -1 : 1));

showHead(data.severities.map((_, rank) => data.findings.filter((finding) => finding[SEVERITY] === rank).length));
if (data.findings.length) {
  fillControls(byGroup, byRule, byFolder);
  showChart("groups", byGroup, "what", (group) => `group:${group}`, (group) => make("span", "name", group));
  showChart("rules", byRule.slice(0, 8), "what", (rule) => `rule:${rule}`, (rule) => make("span", "name", rule));
  showChart("worst", byFile.slice(0, 8), "place", (path) => path, pathLabel);
  recall();
  update();
  let typing;
  $("filters").addEventListener("input", () => {
    clearTimeout(typing);
    typing = setTimeout(update, 120);
  });
  $("filters").addEventListener("submit", (event) => event.preventDefault());
  $("filters").addEventListener("reset", () => setTimeout(update));
  addEventListener("hashchange", () => (recall(), update()));
  $("more").addEventListener("click", () => {
    const last = $("list").querySelector(".file:last-child .finding:last-child");
    showMore();
    const next = last.nextElementSibling || last.closest(".file").nextElementSibling;
    next.tabIndex = -1;
    next.focus({ preventScroll: true });
  });
  document.querySelector(".skip").addEventListener("click", (event) => {
    event.preventDefault(); // the address holds the filters
    $("findings").focus();
    $("findings").scrollIntoView();
  });
}
