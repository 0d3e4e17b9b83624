/* Light or dark: as the system has it, or as chosen here. */
const theme = (() => {
  const show = chosen => {
    if (chosen === "system") document.documentElement.removeAttribute("data-theme");
    else document.documentElement.dataset.theme = chosen;
    $("theme").value = chosen;
  };
  const start = () => {
    const kept = memory.read("theme", "system");
    show(["light", "dark"].includes(kept) ? kept : "system");
    $("theme").addEventListener("change", event => {
      memory.write("theme", event.target.value);
      show(event.target.value);
    });
  };
  return { start };
})();
