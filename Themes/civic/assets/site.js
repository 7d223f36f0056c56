/* Civic: what a script adds to a page that works without it. It finds and filters tools, puts them
   side by side and keeps your place when you change reader. It remembers nothing, sets no cookie and asks nobody else. */
(function () {
  "use strict";
  const all = (selector, from) => Array.from((from || document).querySelectorAll(selector));
  const one = (selector, from) => (from || document).querySelector(selector);
  function make(tag, name, text) {
    const element = document.createElement(tag);
    if (name) element.className = name;
    if (text !== undefined) element.textContent = text;
    return element;
  }

  /* ---- Words: the same cut as the index's maker uses ---- */
  function wordsOf(text) {
    return text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f'’]/g, "")
      .split(/[^\p{L}\p{N}]+/u).filter((word) => word.length > 1);
  }

  /* How well a typed word meets a term: 1 the same, .7 its beginning, less with one or two slips, 0 not at all. */
  function nearness(typed, term) {
    if (term === typed) return 1;
    if (term.startsWith(typed)) return 0.7;
    const slips = typed.length < 4 ? 0 : typed.length < 8 ? 1 : 2;
    if (!slips || term.length < typed.length - slips) return 0;
    const found = slipsBetween(typed, term, slips);
    return found > slips ? 0 : found === 1 ? 0.4 : 0.25;
  }

  /* The fewest slips (a letter more, less, other, or two swapped) between the typed word and any beginning of the term. */
  function slipsBetween(typed, term, most) {
    const width = Math.min(term.length, typed.length + most);
    let before = [], above = [], row = [];
    for (let x = 0; x <= width; x++) above[x] = x;
    for (let y = 1; y <= typed.length; y++) {
      row = [y];
      let least = y;
      for (let x = 1; x <= width; x++) {
        const same = typed[y - 1] === term[x - 1] ? 0 : 1;
        row[x] = Math.min(above[x] + 1, row[x - 1] + 1, above[x - 1] + same);
        if (y > 1 && x > 1 && typed[y - 1] === term[x - 2] && typed[y - 2] === term[x - 1]) {
          row[x] = Math.min(row[x], before[x - 2] + 1);
        }
        least = Math.min(least, row[x]);
      }
      if (least > most) return most + 1;
      before = above;
      above = row;
    }
    return Math.min(...above.slice(Math.max(0, typed.length - most)));
  }

  /* ---- Two places to look: the index beside the site, or the cards of this page ---- */
  function remoteIndex(folder) {
    const kept = new Map();
    function load(path) {
      if (!kept.has(path)) {
        kept.set(path, fetch(folder + path).then((answer) => {
          if (!answer.ok) throw new Error(path);
          return answer.json();
        }));
      }
      return kept.get(path);
    }
    const undelta = (steps) => { let at = 0; return steps.map((step) => (at += step)); };
    const plain = (word) => word.replace(/[^a-z0-9]/g, "_");
    /* Files are named by the beginnings of the words in them. Near ones are read only when the right ones hold nothing. */
    async function files(typed) {
      const { prefixes } = await load("index.json");
      const beginning = (word) => Object.keys(prefixes).filter((name) => word.startsWith(name) || word.length > 2 && name.startsWith(word));
      const word = plain(typed), rings = [beginning(word)];
      if (typed.length > 3) {
        const near = (letters) => Object.keys(prefixes).filter((name) => name.startsWith(letters));
        rings.push([...near(word.slice(0, 2)), ...near(word[1] + word[0]), ...near(word.slice(1, 3))], near(word[0]));
      }
      const seen = new Set();
      let room = 50000;
      return rings.map((ring) => ring.filter((name, at) => {
        if (seen.has(name) || (at && prefixes[name] > room)) return false;
        seen.add(name);
        room -= prefixes[name];
        return true;
      }));
    }
    async function matches(typed, names) {
      const found = new Map();
      let best = 0;
      for (const shard of await Promise.all(names.map((name) => load("terms/" + name + ".json")))) {
        for (const term in shard) {
          const near = nearness(typed, term);
          if (!near || near < Math.min(best, 0.7)) continue;
          if (near >= 0.7 && best < 0.7) found.clear();
          best = Math.max(best, near);
          for (const weight in shard[term]) {
            for (const tool of undelta(shard[term][weight])) {
              found.set(tool, Math.max(found.get(tool) || 0, near * weight));
            }
          }
        }
      }
      return found;
    }
    return {
      async find(typed) {
        let found = new Map();
        for (const ring of await files(typed)) {
          if (!found.size && ring.length) found = await matches(typed, ring);
        }
        return found;
      },
      async common(word) { return (await load("index.json")).common.includes(word); },
      async having(facet, value) {
        const values = await load("facets/" + facet + ".json");
        return new Set(undelta(values[value] || []));
      },
      async everything() {
        return Array.from({ length: (await load("index.json")).tools }, (_, at) => at);
      },
      async tool(number) {
        const start = await load("index.json");
        const block = await load("tools/" + Math.floor(number / start.block) + ".json");
        return block[number % start.block];
      }
    };
  }

  function pageIndex(cards) {
    const terms = cards.map((card) => all("*", card).length && [
      [8, wordsOf(one(".card-name", card).textContent)],
      [3, wordsOf(one("[data-org]", card).textContent)],
      [2, wordsOf(one(".card-text", card).textContent)],
      [1, wordsOf(one(".card-foot", card).textContent)]
    ]);
    return {
      async find(typed) {
        const found = new Map();
        terms.forEach((fields, at) => {
          let best = 0;
          for (const [weight, words] of fields) for (const word of words) best = Math.max(best, weight * nearness(typed, word));
          if (best) found.set(at, best);
        });
        return found;
      },
      async common() { return false; },
      async having(facet, value) {
        return new Set(cards.map((card, at) => at)
          .filter((at) => (cards[at].dataset.facets || "").split(" ").includes(facet + "=" + value)));
      },
      async everything() { return cards.map((card, at) => at); },
      async tool(number) { return { id: cards[number].dataset.id }; }
    };
  }

  /* ---- Finding: the home page ---- */
  function startFinder(form) {
    const list = one("[data-cards]"), status = one("[data-count]"), filters = one("[data-filters]");
    const rest = one("[data-rest]"), input = one("input", form);
    const shown = all(".card", list), before = status.textContent, complete = "complete" in list.dataset;
    const byId = new Map(shown.map((card) => [card.dataset.id, card]));
    const local = pageIndex(shown);
    let index = location.protocol === "file:" ? local : remoteIndex(form.dataset.search);
    let turn = 0, waiting;
    const more = make("button", "", "+");
    more.type = "button";

    function cardFor(tool) {
      if (byId.has(tool.id)) return byId.get(tool.id);
      const card = shown[0].cloneNode(true), root = document.body.dataset.root || "";
      const link = one(".card-name a", card);
      card.dataset.id = tool.id;
      link.href = root + "tools/" + tool.id + "/index.html";
      link.textContent = tool.label;
      one("[data-org]", card).textContent = tool.organisation;
      one(".card-text", card).textContent = tool.summary;
      const foot = one(".card-foot", card);
      foot.textContent = "";
      foot.append(make("span", "phase phase-" + tool.phase_id, status.dataset[tool.status]));
      for (const part of [one(".card-name", card), one(".card-text", card)]) {
        if (tool.lang) part.lang = tool.lang; else part.removeAttribute("lang");
      }
      byId.set(tool.id, card);
      return card;
    }

    async function rank() {
      const typed = wordsOf(input.value);
      const chosen = all("select", filters).filter((select) => select.value);
      if (!typed.length && !chosen.length) return null;
      const telling = [], extra = new Map();  // Words that very many tools have say little: they add to a score and leave no tool out.
      for (const word of typed) {
        const found = await index.find(word);
        if (await index.common(word)) add(extra, found);
        else telling.push(found);
      }
      let scores = telling.length ? inAtLeast(telling, telling.length) : extra.size ? extra : null, isPart = false;
      if (telling.length > 1 && !scores.size) {
        isPart = true;
        scores = inAtLeast(telling, Math.max(1, ...numbers(telling).values()));
      }
      if (scores && scores !== extra) for (const [tool, score] of extra) if (scores.has(tool)) scores.set(tool, scores.get(tool) + score);
      let tools = scores ? Array.from(scores.keys()) : await index.everything();
      for (const select of chosen) {
        const having = await index.having(select.name, select.value);
        tools = tools.filter((tool) => having.has(tool));
      }
      return { tools: tools.sort((a, b) => (scores ? scores.get(b) - scores.get(a) : 0) || a - b), isPart };
    }

    function add(scores, found) {
      for (const [tool, score] of found) scores.set(tool, (scores.get(tool) || 0) + score);
      return scores;
    }
    /* In how many of the findings each tool is, and the scores of those that are in so many. */
    const numbers = (findings) => findings.reduce((sums, found) => add(sums, new Map([...found].map(([tool]) => [tool, 1]))), new Map());
    function inAtLeast(findings, least) {
      const counts = numbers(findings);
      return new Map([...findings.reduce(add, new Map())].filter(([tool]) => counts.get(tool) >= least));
    }

    /* What is asked for stands in the address, to be kept, sent on and come back to. */
    const fields = [input, ...all("select", filters)];
    function remember() {
      const asked = new URLSearchParams(fields.filter((field) => field.value).map((field) => [field.name, field.value]));
      history.replaceState(null, "", asked.size ? "#" + asked : location.pathname + location.search);
    }
    function recall() {
      const asked = new URLSearchParams(location.hash.slice(1));
      for (const field of fields) field.value = asked.get(field.name) || "";
    }

    async function show() {
      const mine = ++turn;
      let ranked;
      remember();
      try {
        ranked = await rank();
      } catch (problem) {
        if (index === local || !complete) { status.textContent = status.dataset.none; return; }
        index = local;
        ranked = await rank();
      }
      const tools = ranked && ranked.tools;
      if (mine !== turn) return;
      document.body.classList.toggle("searching", tools !== null);
      if (tools === null) {
        list.replaceChildren(...shown);
        status.textContent = before;
        if (rest) rest.hidden = false;
        more.remove();
        return;
      }
      const step = complete ? tools.length : 12;
      async function upTo(count) {
        const cards = (await Promise.all(tools.slice(0, count).map((tool) => index.tool(tool)))).map(cardFor);
        if (mine !== turn) return;
        list.replaceChildren(...cards);
        more.remove();
        if (count < tools.length) {
          list.after(more);
          more.textContent = more.dataset.words.replace("#", tools.length - count);
          more.onclick = () => upTo(count + step);
        }
      }
      await upTo(step);
      if (mine !== turn) return;
      const words = status.dataset;
      status.textContent = tools.length === 0 ? words.none : ranked.isPart ? words.some.replace("#", tools.length) : tools.length === 1 ? words.one : words.many.replace("#", tools.length);
      if (rest) rest.hidden = true;
    }

    more.dataset.words = status.dataset.more || "#";
    const soon = () => { clearTimeout(waiting); waiting = setTimeout(show, 120); };
    form.hidden = false;
    filters.hidden = false;
    form.addEventListener("submit", (event) => { event.preventDefault(); show(); });
    filters.addEventListener("submit", (event) => event.preventDefault());
    input.addEventListener("input", soon);
    filters.addEventListener("change", show);
    const again = () => { recall(); show(); };
    addEventListener("hashchange", () => { if (location.hash.includes("=")) again(); });
    if (location.hash.includes("=")) again();
  }

  /* ---- Tools side by side ---- */
  function startChooser(form) {
    const table = one("[data-compare]"), status = one("[data-chooser-status]");
    const rows = new Map(all("tbody tr", table).map((row) => [row.dataset.id, row]));
    const questions = all("thead th", table).slice(1);
    const boxes = all("input", form);
    let beside = null;

    function build(ids) {
      const side = make("table", "compare stack");
      side.append(one("caption", table).cloneNode(true));
      const head = side.createTHead().insertRow();
      head.append(one("thead th", table).cloneNode(true));
      for (const id of ids) {
        const cell = make("th");
        cell.scope = "col";
        cell.append(...Array.from(one("th", rows.get(id)).cloneNode(true).childNodes));
        head.append(cell);
      }
      const body = side.createTBody();
      questions.forEach((question, at) => {
        const row = body.insertRow(), name = question.cloneNode(true);
        name.scope = "row";
        row.append(name);
        for (const id of ids) {
          const cell = rows.get(id).cells[at + 1].cloneNode(true);
          one(".cell-label", cell).textContent = rows.get(id).cells[0].textContent.trim();
          row.append(cell);
        }
      });
      return side;
    }

    function update() {
      const ids = boxes.filter((box) => box.checked).map((box) => box.value);
      for (const box of boxes) box.disabled = ids.length >= 4 && !box.checked;
      if (beside) beside.remove();
      beside = ids.length > 1 ? build(ids) : null;
      if (beside) table.after(beside);
      table.hidden = Boolean(beside);
      status.textContent = ids.length === 1 ? form.dataset.few : ids.length >= 4 ? form.dataset.full : "";
      history.replaceState(null, "", ids.length ? "#" + ids.join(",") : location.pathname);
    }

    const asked = decodeURIComponent(location.hash.slice(1)).split(",");
    for (const box of boxes) box.checked = asked.includes(box.value);
    form.hidden = false;
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("change", update);
    if (asked[0]) update();
  }

  /* ---- Small things ---- */
  function keepPlace() {
    const links = all("a[data-keep]");
    const places = all("main .field[id], main .field-row[id], main .part > h2[id]");
    for (const link of links) {
      link.addEventListener("click", () => {
        const here = places.filter((place) => place.getBoundingClientRect().top < innerHeight / 3).pop();
        link.hash = here && scrollY > innerHeight / 2 ? here.id : "";
      });
    }
  }

  /* Lists of contents start closed where they would push the text off a small screen. */
  function foldContents() {
    if (matchMedia("(max-width: 61.99rem)").matches) all("[data-fold]").forEach((item) => { item.open = false; });
  }

  function openAround() {
    const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    for (let at = target; at; at = at.parentElement) if (at.tagName === "DETAILS") at.open = true;
  }

  const start = (selector, run) => { const found = one(selector); if (found) run(found); };
  start("[data-search]", startFinder);
  start("[data-chooser]", startChooser);
  foldContents();
  keepPlace();
  openAround();
  addEventListener("hashchange", openAround);
  addEventListener("beforeprint", () => all("details").forEach((item) => { item.open = true; }));
})();
