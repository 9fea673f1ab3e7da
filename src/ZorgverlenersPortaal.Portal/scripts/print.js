// A page that was asked for on paper opens the print dialog once it is complete. Without this file it is printed by hand.
if (document.querySelector("[data-print-now]")) addEventListener("load", () => print());
