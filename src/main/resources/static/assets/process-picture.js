// Draws each process of a case and marks where it stands; the list above says the same in words.
document.querySelectorAll('.process-picture').forEach(async place => {
  const model = await (await fetch(place.dataset.model)).text();
  const viewer = new BpmnJS({ container: place });
  await viewer.importXML(model);
  const canvas = viewer.get('canvas');
  const mark = (ids, kind) => (ids || '').split(' ').filter(id => id && viewer.get('elementRegistry').get(id))
    .forEach(id => canvas.addMarker(id, kind));
  mark(place.dataset.passed, 'step-passed');
  mark(place.dataset.here, 'step-here');
  canvas.zoom('fit-viewport', 'auto');
});
