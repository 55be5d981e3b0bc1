/* The picture. Colours come from the style sheet, shapes tell the same; nothing moves by itself. */
"use strict";

spbeJelajah.peta = (box, graph, choose) => {
  const SHAPES = {
    "perangkat-daerah": "round-rectangle", "proses-bisnis": "hexagon", layanan: "ellipse", data: "barrel",
    aplikasi: "rectangle", infrastruktur: "cut-rectangle", keamanan: "diamond", "peta-rencana": "tag",
  };
  const WIDTH = 128; /* what one record and its name take */
  const HEIGHT = 92;
  const HEAD = 30;
  const TALLEST = 1600;
  const probe = (scheme) => {
    const one = document.createElement("span");
    if (scheme) one.dataset.mdColorScheme = scheme;
    one.className = "jelajah__warna";
    box.parentElement.append(one);
    const style = getComputedStyle(one);
    const colours = {
      ink: style.color, paper: style.backgroundColor, line: style.borderTopColor, mark: style.outlineColor,
      kinds: graph.kinds.map(({ slug }) => style.getPropertyValue(`--jelajah-${slug}`).trim() || style.color),
    };
    one.remove();
    return colours;
  };
  const look = ({ ink, paper, line, mark, kinds }) => [
    { selector: "node", style: {
      label: "data(name)", width: 26, height: 26, color: ink, "font-size": 12, "font-family": "system-ui, sans-serif",
      "text-wrap": "wrap", "text-max-width": WIDTH - 10, "text-valign": "bottom", "text-margin-y": 4,
      "text-outline-color": paper, "text-outline-width": 2, "border-width": 2, "border-color": ink, "border-opacity": 0.55,
    } },
    ...kinds.map((colour, kind) => ({ selector: `.jenis${kind}`, style: { shape: SHAPES[graph.kinds[kind].slug] ?? "ellipse", "background-color": colour } })),
    { selector: ".rencana", style: { "background-opacity": 0.15, "border-style": "dashed" } },
    { selector: ".dihentikan", style: { "background-opacity": 0.15, "border-style": "dotted" } },
    { selector: ".pusat", style: { width: 40, height: 40, "border-width": 5, "border-opacity": 1, "font-weight": "bold" } },
    { selector: ".lajur", style: { shape: "rectangle", width: 1, height: 1, "background-opacity": 0, "border-width": 0, "text-valign": "center", "text-halign": "right", "text-wrap": "none", "font-size": 12, "font-weight": "bold", events: "no" } },
    { selector: "edge", style: {
      width: 1.2, opacity: 0.75, "line-color": line, "target-arrow-color": line, "target-arrow-shape": "triangle", "arrow-scale": 0.8,
      "curve-style": "bezier", color: ink, "font-size": 11, "text-outline-color": paper, "text-outline-width": 3, "text-rotation": "autorotate",
    } },
    { selector: "edge.baru", style: { "line-style": "dashed" } },
    { selector: "node.sorot", style: { "border-width": 5, "border-color": mark, "border-opacity": 1, "z-index": 9 } },
    { selector: "edge.sorot", style: { width: 3, opacity: 1, "line-color": mark, "target-arrow-color": mark, label: "data(name)", "z-index": 9 } },
  ];
  const short = (name) => (name.length > 44 ? `${name.slice(0, 43).trimEnd()}…` : name);

  let picture = null;
  let height = 0;
  const size = () => {
    box.style.height = `${height}px`;
    picture.resize();
    picture.fit(undefined, 8);
    if (picture.zoom() > 1) { picture.zoom(1); picture.center(); }
    picture.userPanningEnabled(false);
  };
  /* One row or more for each domain, the start in the middle of its own. */
  const rows = (walked) => {
    const across = Math.max(2, Math.floor((box.clientWidth - 16) / WIDTH));
    const lanes = graph.kinds.map(() => []);
    for (const found of walked.steps) for (const at of found.keys()) lanes[graph.nodes[at].kind].push(at);
    const own = lanes[walked.start.kind];
    own.splice(Math.min(own.length, Math.floor(Math.min(own.length, across - 1) / 2)), 0, walked.start.place);
    const positions = new Map();
    const heads = [];
    let top = 0;
    lanes.forEach((places, kind) => {
      if (!places.length) return;
      heads.push([kind, top + HEAD / 2]);
      top += HEAD;
      for (let row = 0; row * across < places.length; row += 1) {
        const some = places.slice(row * across, (row + 1) * across);
        const indent = ((across - some.length) * WIDTH) / 2;
        some.forEach((at, column) => positions.set(at, { x: indent + (column + 0.5) * WIDTH, y: top + 24 }));
        top += HEIGHT;
      }
    });
    return { positions, heads, height: top };
  };
  const elements = (walked) => {
    const all = [];
    const node = (place, extra = "") => {
      const { name, brief, kind, state } = graph.nodes[place];
      all.push({ group: "nodes", data: { id: `n${place}`, name: short(extra ? name : brief), place }, classes: `jenis${kind} ${state ? graph.states[state][0] : ""} ${extra}` });
    };
    node(walked.start.place, "pusat");
    walked.steps.forEach((found) => found.forEach((ways, at) => {
      node(at);
      ways.forEach(({ from, name, planned, outward }) => {
        const [source, target] = outward ? [from, at] : [at, from];
        all.push({ group: "edges", data: { source: `n${source}`, target: `n${target}`, name }, classes: planned ? "baru" : "" });
      });
    }));
    return all;
  };
  const draw = (walked, arrangement) => {
    if (!picture) {
      picture = globalThis.cytoscape({ container: box, style: look(probe()), userZoomingEnabled: false, boxSelectionEnabled: false, autoungrabify: true, autounselectify: true, maxZoom: 3, minZoom: 0.1 });
      picture.on("tap", "node", (event) => {
        const place = event.target.data("place");
        if (place !== undefined) choose(graph.nodes[place]);
      });
      picture.on("mouseover", "node", (event) => point(event.target.data("place")));
      picture.on("mouseout", "node", () => point());
    }
    picture.elements().remove();
    picture.add(elements(walked));
    if (arrangement) {
      height = Math.min(900, Math.max(420, 60 * Math.sqrt(walked.shown) * 1.6));
      box.style.height = `${height}px`;
      picture.resize();
      const round = { name: "concentric", concentric: (one) => (one.hasClass("pusat") ? 2 : walked.steps[0]?.has(one.data("place")) ? 1 : 0), levelWidth: () => 1, minNodeSpacing: 70 };
      const tree = { name: "breadthfirst", roots: [`n${walked.start.place}`], spacingFactor: 1.1, avoidOverlap: true };
      picture.layout({ ...(arrangement === "melingkar" ? round : tree), animate: false, fit: false }).run();
    } else {
      const { positions, heads, height: needed } = rows(walked);
      positions.forEach((position, place) => picture.getElementById(`n${place}`).position(position));
      picture.add(heads.map(([kind, y]) => ({ group: "nodes", data: { name: graph.kinds[kind].label }, classes: "lajur", position: { x: 0, y } })));
      height = Math.min(TALLEST, needed + 16);
    }
    size();
  };
  /* Mark one record and its lines; nothing when there is none. */
  const point = (place) => {
    if (!picture) return;
    picture.elements(".sorot").removeClass("sorot");
    if (place === undefined) return;
    const node = picture.getElementById(`n${place}`);
    node.addClass("sorot");
    node.connectedEdges().addClass("sorot");
  };
  const zoom = (factor) => {
    if (!factor) return size();
    picture.zoom({ level: picture.zoom() * factor, renderedPosition: { x: picture.width() / 2, y: picture.height() / 2 } });
    picture.userPanningEnabled(true);
    return undefined;
  };
  const recolour = () => picture?.style(look(probe()));

  /* Where the picture stands is measured anew for each press: a scroll is told only with the next frame, and what opens
     or closes above it not at all, but readers press what they see. In the capturing phase, before the picture hears it. */
  for (const name of ["pointerenter", "pointerdown"]) box.addEventListener(name, () => picture?.resize(), { capture: true });

  /* A finger that moves over the picture scrolls the page, unless the picture was enlarged to be moved itself. */
  box.addEventListener("touchmove", (event) => { if (!picture?.userPanningEnabled()) event.stopPropagation(); }, { passive: true });

  /* Paper is white whatever the screen is, and as wide as it likes: print a still of the picture. */
  const still = new Image();
  still.className = "jelajah__cetak";
  still.alt = "";
  box.after(still);
  const takeStill = () => {
    if (!picture) return;
    picture.style(look(probe("default")));
    still.src = picture.png({ full: true, scale: 2, bg: "#fff" });
    recolour();
  };
  new MutationObserver(recolour).observe(document.body, { attributeFilter: ["data-md-color-scheme"] });
  matchMedia("(forced-colors: active)").addEventListener("change", recolour);
  addEventListener("beforeprint", takeStill);
  return { draw, point, zoom };
};
