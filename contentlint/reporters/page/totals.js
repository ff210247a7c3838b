/* The head of the page */

function showHead(bySeverity) {
  const total = data.findings.length;
  const files = counted(data.checked, ["file", "files"]);
  $("version").textContent = data.version;
  $("headline").textContent = total ? `${counted(total, ["finding", "findings"])} in ${number(data.files.length)} of ${files}` : `No findings in ${files}`;
  document.title = `contentlint: ${$("headline").textContent.toLowerCase()}`;
  const safe = data.findings.filter((finding) => finding[FIX] && finding[FIX][SAFE]).length;
  const unsafe = data.findings.filter((finding) => finding[FIX] && !finding[FIX][SAFE]).length;
  const hints = [safe ? `${number(safe)} can be fixed with --fix` : "", unsafe ? `${number(unsafe)} ${safe ? "more" : "can be fixed"} with --fix --unsafe-fixes` : ""].filter(Boolean);
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
