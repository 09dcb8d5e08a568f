// What pages gain where scripts run; each of them works without.
(function () {
  "use strict";

  // the error summary takes the focus
  function focusErrors(root) {
    const summary = root.querySelector("[data-error-summary]");
    if (summary) {
      summary.focus();
    }
  }

  // a link of the error summary leads to its field
  document.addEventListener("click", event => {
    const link = event.target.closest("[data-error-summary] a[href^='#']");
    const field = link && document.getElementById(link.hash.slice(1));
    if (field) {
      event.preventDefault();
      field.focus();
      field.scrollIntoView({block: "center"});
    }
  });

  // thousands dots while digits are typed; a mark that somebody else set stays for the server to judge, never a decimal
  // made into thousands
  const grouped = /^(?:\d+|\d{1,3}(?:\.\d{3})+)?$/;
  const before = new WeakMap();
  document.addEventListener("focusin", event => before.set(event.target, event.target.value));
  document.addEventListener("input", event => {
    const field = event.target;
    if (!field.matches || !field.matches("input[data-amount]") || field.readOnly) {
      return;
    }
    const digitsTyped = /^delete/.test(event.inputType) || /^\d+$/.test(event.data || "");
    const ours = digitsTyped && grouped.test(before.get(field) || "") || /^\d*$/.test(field.value);
    if (!ours || !/^[\d.]*$/.test(field.value)) {
      before.set(field, field.value);
      return;
    }
    const digitsAfter = field.value.slice(field.selectionEnd).replace(/\D/g, "").length;
    const dotted = field.value.replace(/\D/g, "").replace(/\B(?=(\d{3})+(?!\d))/g, ".");
    before.set(field, dotted);
    if (dotted === field.value) {
      return;
    }
    field.value = dotted;
    let at = dotted.length;
    for (let seen = 0; at > 0 && seen < digitsAfter; at--) {
      if (/\d/.test(dotted[at - 1])) {
        seen++;
      }
    }
    field.setSelectionRange(at, at);
  });

  // a form that was sent shows that it works, and is sent once
  document.addEventListener("submit", event => {
    const form = event.target;
    if (form.dataset.sent) {
      event.preventDefault();
      return;
    }
    if (form.method === "post" && !form.hasAttribute("hx-post")) {
      form.dataset.sent = "true";
      setTimeout(() => event.submitter && event.submitter.classList.add("btn-loading"), 300);
    }
  });
  window.addEventListener("pageshow", () => {
    document.querySelectorAll("form[data-sent]").forEach(form => delete form.dataset.sent);
    document.querySelectorAll(".btn-loading").forEach(button => button.classList.remove("btn-loading"));
  });

  // the strong button of a task says what the chosen outcome does
  document.querySelectorAll("button[data-verbs]").forEach(button => {
    const verbs = JSON.parse(button.dataset.verbs);
    const usual = button.textContent;
    const follow = () => {
      const chosen = button.form.querySelector("input[name='values[outcome]']:checked");
      button.textContent = chosen && verbs[chosen.value] || usual;
    };
    button.form.addEventListener("change", follow);
    follow();
  });

  // the menu closes by Escape and by a click elsewhere
  document.addEventListener("keydown", event => {
    const open = event.key === "Escape" && document.querySelector("details[data-menu][open]");
    if (open) {
      open.open = false;
      open.querySelector("summary").focus();
    }
  });
  document.addEventListener("click", event => {
    const open = document.querySelector("details[data-menu][open]");
    if (open && !open.contains(event.target)) {
      open.open = false;
    }
  });

  // a table whose rows became cards stays a table for screen readers
  function keepTableRoles(root) {
    root.querySelectorAll("table.table-cards").forEach(table => {
      table.setAttribute("role", "table");
      table.querySelectorAll("thead, tbody, tfoot").forEach(part => part.setAttribute("role", "rowgroup"));
      table.querySelectorAll("tr").forEach(row => row.setAttribute("role", "row"));
      table.querySelectorAll("td").forEach(cell => cell.setAttribute("role", "cell"));
      table.querySelectorAll("thead th").forEach(cell => cell.setAttribute("role", "columnheader"));
      table.querySelectorAll("tbody th, tfoot th").forEach(cell => cell.setAttribute("role", "rowheader"));
    });
  }

  // on a phone a card shows its first facts; the rest stands behind a button
  function keepCardsShort(root) {
    root.querySelectorAll("table.table-cards:not([data-short])").forEach(table => {
      const long = [...table.tBodies].flatMap(body => [...body.rows]).filter(row => row.cells.length > 4);
      if (long.length < 4) {
        return;
      }
      table.dataset.short = "true";
      long.forEach(row => {
        const cell = row.insertCell();
        cell.className = "card-more";
        const button = cell.appendChild(document.createElement("button"));
        button.type = "button";
        button.className = "btn btn-ghost-secondary";
        const tell = open => {
          button.setAttribute("aria-expanded", open);
          button.textContent = open ? document.body.dataset.less : document.body.dataset.more;
        };
        button.addEventListener("click", () => tell(row.classList.toggle("open")));
        tell(false);
      });
    });
  }

  // pictures: the library comes only where there is one to draw
  const chartSource = document.currentScript.dataset.chartSource;
  const colours = ["#1a7a3c", "#2f6fb3", "#c76a15", "#7a4fa3", "#a3333d", "#5f6b7a"];
  const figures = new Intl.NumberFormat("vi-VN", {maximumFractionDigits: 2});
  function draw(canvas) {
    const chart = JSON.parse(canvas.dataset.chart);
    const round = chart.kind === "doughnut";
    const ink = getComputedStyle(document.body).color;
    const before = window.Chart.getChart(canvas);
    if (before) {
      before.destroy();
    }
    new window.Chart(canvas, {
      type: chart.kind,
      data: {
        labels: chart.labels,
        datasets: chart.series.map((line, at) => ({
          label: line.name,
          data: line.values,
          ...(line.line ? {type: "line", order: -1, borderDash: [6, 4], borderWidth: 2, pointRadius: 0, fill: false} : {}),
          backgroundColor: round ? chart.labels.map((_, part) => colours[part % colours.length]) : colours[at % colours.length],
          borderColor: round ? "transparent" : colours[at % colours.length],
          tension: 0.2
        }))
      },
      options: {
        responsive: true, maintainAspectRatio: false, animation: false,
        color: ink,
        scales: round ? {} : {
          x: {ticks: {color: ink}, grid: {display: false}},
          y: {ticks: {color: ink, callback: value => chart.money ? short(value) : figures.format(value)}, beginAtZero: true}
        },
        plugins: {
          legend: {display: round || chart.series.length > 1, labels: {color: ink}},
          tooltip: {callbacks: {label: item =>
            `${round ? item.label : item.dataset.label}: ${figures.format(item.raw)}${chart.money ? " đ" : ""}`}}
        }
      }
    });
  }
  // amounts on an axis: 1,5 tỷ, 350 tr
  function short(value) {
    return Math.abs(value) >= 1e9 ? figures.format(value / 1e9) + " tỷ"
      : Math.abs(value) >= 1e6 ? figures.format(value / 1e6) + " tr" : figures.format(value);
  }
  function drawCharts(root) {
    const waiting = [...root.querySelectorAll("canvas[data-chart]:not([data-drawn])")];
    if (waiting.length === 0) {
      return;
    }
    waiting.forEach(canvas => canvas.dataset.drawn = "true");
    if (window.Chart) {
      waiting.forEach(draw);
      return;
    }
    const script = document.createElement("script");
    script.src = chartSource;
    script.onload = () => waiting.forEach(draw);
    document.head.append(script);
  }

  // the system turned light or dark
  new MutationObserver(() => document.querySelectorAll("canvas[data-drawn]").forEach(canvas => window.Chart && draw(canvas)))
    .observe(document.documentElement, {attributeFilter: ["data-bs-theme"]});

  // parts that htmx brings in get the same; a session that ended leads to the sign-in page
  document.addEventListener("htmx:load", event => {
    keepCardsShort(event.detail.elt);
    keepTableRoles(event.detail.elt);
    drawCharts(event.detail.elt);
  });
  document.addEventListener("htmx:responseError", event => {
    if ([401, 403].includes(event.detail.xhr.status)) {
      window.location.reload();
    }
  });

  // printing needs a script: its button shows itself only where there is one
  document.querySelectorAll("[data-print]").forEach(button => {
    button.hidden = false;
    button.addEventListener("click", () => window.print());
  });

  keepCardsShort(document);
  keepTableRoles(document);
  drawCharts(document);
  focusErrors(document);
})();
