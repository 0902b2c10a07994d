// Draws the charts of the page: a specification of the page with the rows that stand beside the chart. Everything a chart says
// is in its sentence and its table too, so a browser without script loses pictures and nothing else.
(async () => {
  "use strict";
  const json = (id) => JSON.parse(document.getElementById(id).textContent);
  const theme = json("chart-theme");
  const tables = [...document.querySelectorAll("details.evidence")];

  const draw = async (chart) => {
    const data = json(chart.id + "-data");
    const spec = json("chart-" + data.spec);
    spec.datasets = data.datasets;
    spec.params = (spec.params || []).map((p) => (p.name in data.params ? { name: p.name, value: data.params[p.name] } : p));
    if (spec.height.step) {
      // a band a row, as a number: to fit a step to the width is something Vega-Lite warns of; where a page is narrow, labels have two lines
      const step = (chart.clientWidth < 560 && spec.usermeta && spec.usermeta.narrowStep) || spec.height.step;
      spec.height = step * new Set(data.datasets.rows.map((row) => row.row)).size;
    }
    if ("height" in data.params) {
      spec.height = data.params.height;
    }
    const canvas = document.createElement("div");
    canvas.setAttribute("aria-hidden", "true");
    chart.append(canvas);
    // ast: the expressions are interpreted, so that the page can forbid code made from text
    await vegaEmbed(canvas, spec, { ast: true, renderer: "svg", actions: false, defaultStyle: false, tooltip: false, hover: false, logLevel: vega.Error, config: theme });
    chart.setAttribute("role", "img");
    chart.setAttribute("aria-label", chart.dataset.label);
  };

  tables.forEach((table) => { table.open = false; });
  for (const chart of document.querySelectorAll(".chart")) {
    try {
      await draw(chart);
    } catch (e) {
      // without its picture a chart still has its table: show it
      chart.replaceChildren();
      chart.closest("figure").querySelectorAll("details.evidence").forEach((table) => { table.open = true; });
      console.error(chart.id, e);
    }
  }

  // On paper nothing can be unfolded.
  let folded = [];
  addEventListener("beforeprint", () => {
    folded = tables.filter((table) => !table.open);
    folded.forEach((table) => { table.open = true; });
  });
  addEventListener("afterprint", () => folded.forEach((table) => { table.open = false; }));
  document.documentElement.dataset.charts = "drawn";
})();
