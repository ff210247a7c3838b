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
  const link = make(url ? "a" : "span", "", rule);
  if (url) Object.assign(link, { href: url, rel: "noreferrer" });
  const place = make("span", "", `line ${finding[ROW]}, column ${finding[COLUMN]}`);
  return make(
    "li",
    "finding",
    make("p", "message", make("span", `severity ${severity}`, severity[0].toUpperCase() + severity.slice(1)), finding[MESSAGE]),
    make("p", "meta", place, make("span", "", link), make("span", "", group)),
    source(finding),
    finding[FIX] ? change(finding[FIX]) : null,
  );
}

function source(finding) {
  const lines = finding[EXCERPT].map(([before, marked, after], index) =>
    make("div", "", make("span", "row", finding[ROW] + index), make("code", "", before, marked || index === 0 ? make("mark", "", marked) : null, after)),
  );
  if (finding[LAST_ROW]) lines.push(make("div", "rest", make("span", "row", "\u22ee"), make("span", "", `to line ${number(finding[LAST_ROW])}`)));
  return lines.length ? make("div", "source", ...lines) : null;
}

function change(fix) {
  const kind = make("span", fix[SAFE] ? "safe" : "unsafe", fix[SAFE] ? " (safe, --fix)" : " (needs a look, --unsafe-fixes)");
  if (fix.length <= BEFORE) return make("p", "hint", `Fix: ${fix[TITLE]}`, kind);
  const details = make("details", "", make("summary", "", `Fix: ${fix[TITLE]}`, kind));
  details.addEventListener("toggle", () => details.open && details.children.length === 1 && details.append(beforeAndAfter(fix)));
  return details;
}

function beforeAndAfter(fix) {
  const is_empty = !(fix[BEFORE] + fix[PUT] + fix[AFTER]).trim();
  const before = make("pre", "", fix[BEFORE], make("del", "", seen(fix[REMOVED])), fix[AFTER]);
  const after = is_empty ? make("pre", "", make("em", "", "nothing")) : make("pre", "", fix[BEFORE], make("ins", "", seen(fix[PUT])), fix[AFTER]);
  return make("div", "change", make("figure", "", make("figcaption", "", "Before"), before), make("figure", "", make("figcaption", "", "After"), after));
}

/** Blanks alone are drawn, or nobody would see what comes or goes. */
function seen(text) {
  return text.trim() ? text : text.replaceAll(" ", "\u00b7").replaceAll("\t", "\u2192").replaceAll("\n", "\u23ce\n");
}
