// What the tests ask of a page from inside it. Each function returns words about what is wrong, or facts.
window.probes = (() => {
  const all = (selector, within = document) => Array.from(within.querySelectorAll(selector));
  const shown = (element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: false });
  const name = (element) => {
    const text = (element.innerText || element.getAttribute("aria-label") || "").trim().replace(/\s+/g, " ").slice(0, 40);
    const part = element.id ? "#" + element.id : element.classList.length ? "." + element.classList[0] : "";
    return "<" + element.localName + part + "> " + text;
  };
  const FOCUSABLE = "a[href], button, input, select, textarea, summary, [tabindex]";
  const stops = () => all(FOCUSABLE).filter((element) => shown(element) && element.tabIndex >= 0 && !element.disabled);

  let expected = [], reached = new Set(), faults = [];

  return {
    openAll() { all("details").forEach((item) => { item.open = true; }); },

    // Whether the page is wider than its window, and what sticks out.
    overflow() {
      const width = document.documentElement.clientWidth;
      if (document.documentElement.scrollWidth <= width && document.body.scrollWidth <= width) return [];
      const wide = all("body *").filter((element) => {
        for (let at = element.parentElement; at && at !== document.body; at = at.parentElement) {
          if (/auto|scroll|hidden|clip/.test(getComputedStyle(at).overflowX)) return false;
        }
        return element.getBoundingClientRect().right > width + 1;
      });
      return [document.documentElement.scrollWidth + " wide in " + width + ": " + wide.slice(0, 3).map(name).join(", ")];
    },

    // Tables that stand over what is beside their column; the gap between the two columns is free.
    crowded() {
      return all("main .text table").filter((table) => {
        const column = table.closest(".text").getBoundingClientRect();
        return table.getBoundingClientRect().right > column.right + 24;
      }).slice(0, 3).map((table) => name(table) + " is wider than its column");
    },

    watchFocus() {
      expected = stops();
      reached = new Set();
      faults = expected.filter((element) => element.tabIndex > 0).map((element) => name(element) + " has an order of its own");
      addEventListener("focusin", (event) => {
        const element = event.target;
        if (reached.has(element)) return;
        reached.add(element);
        const style = getComputedStyle(element);
        const ringed = (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2) || style.boxShadow !== "none";
        if (!ringed) faults.push(name(element) + " does not show that it has the focus");
        const box = element.getBoundingClientRect();
        if (!box.width || !box.height) faults.push(name(element) + " cannot be seen when it has the focus");
        requestAnimationFrame(() => {
          if (document.activeElement !== element) return;
          const box = element.getBoundingClientRect();
          if (box.bottom <= 0 || box.top >= innerHeight) faults.push(name(element) + " stays off the screen when it has the focus");
        });
      });
      return expected.length;
    },

    focusFaults() {
      const order = Array.from(reached).filter((element) => expected.includes(element));
      const straight = expected.filter((element) => reached.has(element));
      const astray = order.find((element, at) => element !== straight[at]);
      if (astray && straight[0] === order[0]) faults.push(name(astray) + " is reached out of the order of the page");
      return faults.concat(expected.filter((element) => !reached.has(element)).map((element) => name(element) + " is not reached by the keyboard"));
    },

    // The spacing readers may set for themselves (WCAG 1.4.12).
    space() {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync("* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } p { margin-block-end: 2em !important; }");
      document.adoptedStyleSheets = [sheet];
    },

    clipped() {
      return all("body *").filter((element) => {
        if (!shown(element) || element.closest("svg, .unseen, select, option, input") || !element.textContent.trim()) return false;
        const style = getComputedStyle(element);
        if (style.position === "absolute" && element.clientWidth <= 1) return false;
        const cut = (overflow) => overflow === "hidden" || overflow === "clip";
        return (cut(style.overflowY) && element.scrollHeight > element.clientHeight + 2)
          || (cut(style.overflowX) && element.scrollWidth > element.clientWidth + 2)
          || (style.textOverflow === "ellipsis" && element.scrollWidth > element.clientWidth);
      }).slice(0, 5).map(name);
    },

    // What a reader without scripts would never see.
    unseen() {
      return all("main *").filter((element) => {
        if (element.checkVisibility() || element.closest("form[hidden], .print-address, .cell-label, svg, datalist, option")) return false;
        const closed = element.closest("details:not([open])");
        return !(closed && closed.checkVisibility()) && element.textContent.trim();
      }).slice(0, 5).map(name);
    },

    // Whether the styles of the theme apply.
    styled() { return getComputedStyle(document.querySelector(".skip")).position === "absolute"; }
  };
})();
