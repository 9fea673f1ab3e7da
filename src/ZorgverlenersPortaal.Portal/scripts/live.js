// Says softly that a list on the screen is out of date. It never changes the list itself: nothing jumps under a finger, and
// what is shown is recorded by the server when it is asked for. Without this file the page is as it was fetched.
const live = document.querySelector("[data-live]");
if (live) follow(live);

function follow(live) {
  // The server speaks every five seconds; a word that is this late will not come.
  const patience = 15000;
  const note = document.querySelector("[data-live-note]");
  const say = document.querySelector("[data-live-say]");
  const channel = new EventSource(live.dataset.live);
  let heard = performance.now(), outdated = false, known = true, over = false;

  function show(on) {
    live.querySelector(".zvp-live__dot").hidden = false;
    live.dataset.state = on ? "on" : "off";
    live.querySelector("b").textContent = on ? "Live" : "Niet live";
  }

  function tell(text) {
    if (!note.hidden && note.dataset.said === text) return;
    note.dataset.said = text;
    note.querySelector("[data-live-text]").textContent = text;
    note.hidden = false;
    say.textContent = text;
  }

  function lost() {
    if (over) return;
    over = true;
    channel.close();
    show(false);
    if (!outdated) tell("Deze lijst is niet meer live.");
  }

  channel.addEventListener("volgt", () => { heard = performance.now(); if (known) show(!outdated); });
  channel.addEventListener("gewijzigd", () => { outdated = true; show(false); tell("De lijst is gewijzigd."); });
  channel.addEventListener("onbekend", () => { known = false; show(false); if (!outdated) tell("Het EPD antwoordt nu niet. De lijst kan verouderd zijn."); });
  channel.addEventListener("weer", () => {
    known = true;
    show(!outdated);
    if (!outdated) { note.hidden = true; say.textContent = ""; }
  });
  // The server closes it so that its connection ends (a card may be taken out). It is not opened again: a new page is.
  channel.addEventListener("pauze", lost);
  channel.addEventListener("einde", lost);
  channel.onerror = lost;
  addEventListener("pagehide", () => { over = true; channel.close(); });
  setInterval(() => { if (performance.now() - heard > patience) lost(); }, 5000);
}
