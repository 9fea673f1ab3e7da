// Warns before a session ends, and leaves the page when it has. Without this file the server ends sessions all the same,
// and keeps the text of a form that comes too late.
const dialog = document.getElementById("sessie");
if (dialog) watch(dialog);

function watch(dialog) {
  const warnAt = 120;
  const text = dialog.querySelector("[data-left-text]");
  const say = dialog.querySelector("[role=status]");
  const longest = dialog.querySelector("[data-longest]");
  const stay = dialog.querySelector("[data-stay-form]");
  let deadline, kind, channel, typed, warned = false, leaving = false, lookedAt = 0;

  // Seconds come from the server and run on a clock that nobody sets: the clock of the PC may be wrong.
  function stand(left, how) {
    deadline = performance.now() + left * 1000;
    kind = how;
    longest.hidden = how !== "longest";
    const note = document.querySelector("[data-session-until]");
    if (note && left > warnAt) note.hidden = true;
    if (left > warnAt && dialog.open) { dialog.close(); warned = false; }
    tick();
  }

  function listen() {
    channel?.close();
    channel = new EventSource("/sessie/kanaal");
    lookedAt = performance.now();
    channel.addEventListener("stand", event => { const [left, how] = event.data.split(" "); stand(Number(left), how); });
    channel.addEventListener("einde", event => leave(event.data));
    // The server closes it so that its connection ends, and with it a card that was taken out. Do not open it by itself.
    channel.addEventListener("pauze", () => channel.close());
    channel.onerror = () => channel.close();
  }

  function tick() {
    const left = Math.ceil((deadline - performance.now()) / 1000);
    if (left <= 0) return void leave(`/inloggen?einde=${kind === "longest" ? "TooOld" : "Idle"}`);
    if (left > warnAt) return;
    if (!warned) {
      warned = true;
      // Another tab may have been used meanwhile: the first word of the channel is the truth.
      listen();
      dialog.showModal();
      stay.querySelector("button").focus();
      say.textContent = `Je wordt over ${left} seconden uitgelogd.`;
    }
    text.textContent = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")}`;
    if (left % 30 === 0) say.textContent = `Nog ${left} seconden.`;
  }

  async function extend() {
    const answer = await fetch(stay.action, { method: "POST", body: new URLSearchParams(new FormData(stay)) }).catch(() => null);
    if (answer?.ok) {
      const [left, how] = (await answer.text()).split(" ");
      dialog.close();
      // The end after eight hours cannot be put off: one warning is enough.
      warned = how === "longest" && Number(left) <= warnAt;
      stand(Number(left), how);
      listen();
    } else if (answer?.status === 401) {
      leave("/inloggen?einde=Unknown");
    } else {
      say.textContent = "Dat lukte niet. Probeer het nog een keer.";
    }
  }

  async function leave(where) {
    if (leaving) return;
    leaving = true;
    channel?.close();
    // First nothing of a patient is on the screen any more, then the rest.
    const form = typed?.isConnected ? typed : null;
    const body = form && new URLSearchParams(new FormData(form));
    const path = form && new URL(form.action).pathname;
    if (dialog.open) dialog.close();
    document.body.replaceChildren();
    document.title = "Uitgelogd - Zorgverlenersportaal";
    if (form) {
      const end = new URL(where, location.origin).searchParams.get("einde") ?? "Unknown";
      const answer = await fetch(`/sessie/concept?pad=${encodeURIComponent(path)}&einde=${end}`, { method: "POST", body }).catch(() => null);
      if (answer?.ok) where = await answer.text();
    }
    location.replace(where);
  }

  document.addEventListener("input", event => {
    const form = event.target.closest?.("form");
    if (form?.method === "post") typed = form;
  });
  // Whoever signs out here is on the way already: word of that end must not turn the way.
  document.addEventListener("submit", event => { if (event.target !== stay) channel.close(); });
  stay.addEventListener("submit", event => { event.preventDefault(); extend(); });
  dialog.addEventListener("cancel", event => { event.preventDefault(); extend(); });
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden && performance.now() - lookedAt > 60000) listen();
  });
  stand(Number(dialog.dataset.left), dialog.dataset.kind);
  listen();
  setInterval(tick, 1000);
}
