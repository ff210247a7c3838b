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
