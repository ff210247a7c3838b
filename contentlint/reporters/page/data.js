"use strict";
// Text from articles goes through textContent alone; nothing here writes markup.
const data = JSON.parse(document.getElementById("data").textContent);
const [FILE, RULE, SEVERITY, ROW, COLUMN, MESSAGE, EXCERPT, LAST_ROW, FIX] = [0, 1, 2, 3, 4, 5, 6, 7, 8];
const [TITLE, SAFE, BEFORE, REMOVED, PUT, AFTER] = [0, 1, 2, 3, 4, 5];
const NOUNS = { error: ["error", "errors"], warning: ["warning", "warnings"], info: ["info", "infos"] };
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
