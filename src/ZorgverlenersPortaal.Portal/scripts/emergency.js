// Counts down to the end of an emergency access. Without this file the end stands there as a time, and the server ends it.
const left = document.querySelector("[data-emergency-left]");
if (left) count(left);

function count(left) {
  // Seconds come from the server and run on a clock that nobody sets: the clock of the PC may be wrong.
  const end = performance.now() + Number(left.dataset.emergencyLeft) * 1000;
  const say = document.querySelector("[data-emergency-say]");
  const tell = [10, 5, 1];
  left.hidden = false;
  tick();
  const timer = setInterval(tick, 1000);

  function tick() {
    const seconds = Math.max(0, Math.ceil((end - performance.now()) / 1000));
    const minutes = Math.ceil(seconds / 60);
    left.textContent = seconds > 60 ? `, nog ${minutes} minuten` : `, nog ${seconds} seconden`;
    if (tell.includes(minutes) && seconds > 0) {
      tell.splice(0, tell.indexOf(minutes) + 1);
      say.textContent = minutes > 1 ? `De toegang stopt over ${minutes} minuten.` : "De toegang stopt over een minuut.";
    }
    if (seconds > 0) return;
    clearInterval(timer);
    // What is on the screen may no longer be seen: it goes first, then the server says so.
    document.querySelector("main").replaceChildren();
    location.reload();
  }
}
