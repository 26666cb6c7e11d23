// The desk in the browser: keys, hints and the editor. What may be done and what is right is decided by the server.
import { startEditor } from "./editor.js";
import { startKeys } from "./keys.js";
import { startReport } from "./report.js";

// Only htmx may turn text into elements, and only what our own pages sent: the policy in the header allows no other.
htmx.registerExtension("desk", {
  init(api) {
    if (window.trustedTypes) {
      api.initSecurity(window.trustedTypes.createPolicy("desk", { createHTML: (text) => text }));
    }
  },
});

document.addEventListener("change", (event) => {
  if (event.target.matches("select[data-submits]")) event.target.form.requestSubmit();
});

startKeys();
if (document.querySelector("main.bench")) {
  startReport();
  startEditor();
}
