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
