// Fetches one section again in its own place. The server decides, records and renders it as it does for the whole page. Without
// this file, or when the answer is not that section, the link fetches the whole page.
addEventListener("click", event => {
  const link = event.target.closest?.("section[data-section] a[href*='opnieuw=']");
  if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  again(link, link.closest("section"));
});

function again(link, section) {
  if (section.ariaBusy === "true") return;
  section.ariaBusy = "true";
  say(`${heading(section)} wordt opgehaald.`);
  const whole = () => location.assign(link.href);
  const address = new URL(link.href);
  address.hash = "";
  address.searchParams.set("deel", section.id);
  // It gives a document by itself, in which no script runs: no text is put in the page as HTML (Trusted Types).
  const request = new XMLHttpRequest();
  request.open("GET", address);
  request.responseType = "document";
  request.onerror = whole;
  request.onload = () => {
    const fresh = request.status === 200 && request.response?.getElementById(section.id);
    if (!fresh) return whole();
    section.replaceWith(document.adoptNode(fresh));
    const title = fresh.querySelector("h2");
    title.tabIndex = -1;
    title.focus();
    say(`${heading(fresh)}: ${fresh.querySelector(".zvp-gone") ? "nu niet op te halen" : "opnieuw opgehaald"}.`);
  };
  request.send();
}

const heading = section => section.querySelector("h2").textContent.trim();

// The place that speaks stands outside the section, so that it is not replaced with it.
let voice;
function say(text) {
  if (!voice) {
    voice = document.createElement("p");
    voice.className = "zvp-sr";
    voice.setAttribute("role", "status");
    document.getElementById("inhoud").append(voice);
  }
  voice.textContent = text;
}
