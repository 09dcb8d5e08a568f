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
  // it is hidden from those who hear the page: nothing in it takes the focus
  place.querySelectorAll('a, button, svg, [tabindex]').forEach(part => part.setAttribute('tabindex', '-1'));
  canvas.zoom('fit-viewport', 'auto');
  // where the whole would be too small to read, the step at which the case stands is in the middle; of an ended one its last
  const shown = ids => (ids || '').split(' ').map(id => id && viewer.get('elementRegistry').get(id)).filter(part => part && part.width);
  const here = shown(place.dataset.here)[0] || shown(place.dataset.passed).sort((one, other) => other.x - one.x)[0];
  if (here && canvas.zoom() < 0.8) {
    canvas.zoom(0.8, {x: here.x + here.width / 2, y: here.y + here.height / 2});
    const seen = canvas.viewbox();
    canvas.viewbox({x: here.x + here.width / 2 - seen.width / 2, y: here.y + here.height / 2 - seen.height / 2,
      width: seen.width, height: seen.height});
  }
});
