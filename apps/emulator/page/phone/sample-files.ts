/** A photo with something on it: evening over a market, drawn here. */
export async function samplePhoto(): Promise<File> {
  const [canvas, pen] = paper(960, 720);
  const sky = pen.createLinearGradient(0, 0, 0, 720);
  sky.addColorStop(0, '#2b3f73');
  sky.addColorStop(0.55, '#d9825b');
  sky.addColorStop(1, '#f3c98b');
  fill(pen, sky, [0, 0, 960, 720]);
  fill(pen, '#3a2a33', [0, 470, 960, 250]);
  ['#c0392b', '#e0a030', '#2d8f6f', '#8e4585', '#1f6f9f'].forEach((color, stall) => {
    fill(pen, color, [40 + stall * 184, 390, 150, 46]);
    fill(pen, '#f8e6c4', [52 + stall * 184, 436, 126, 110]);
  });
  pen.fillStyle = '#fff3d0';
  for (let lamp = 0; lamp < 16; lamp += 1) {
    pen.beginPath();
    pen.arc(30 + lamp * 60, 330 + Math.sin(lamp / 2) * 24, 7, 0, 2 * Math.PI);
    pen.fill();
  }
  return fileOf(canvas, 'market.jpg', 'image/jpeg');
}

export async function sampleSticker(): Promise<File> {
  const [canvas, pen] = paper(512, 512);
  pen.fillStyle = '#f6b93b';
  pen.beginPath();
  pen.arc(256, 256, 220, 0, 2 * Math.PI);
  pen.fill();
  pen.strokeStyle = '#5b3a00';
  pen.lineWidth = 24;
  pen.lineCap = 'round';
  pen.beginPath();
  pen.arc(256, 270, 110, 0.2 * Math.PI, 0.8 * Math.PI);
  pen.moveTo(180, 190);
  pen.lineTo(180, 215);
  pen.moveTo(332, 190);
  pen.lineTo(332, 215);
  pen.stroke();
  return fileOf(canvas, 'smile.webp', 'image/webp');
}

/** The smallest PDF that readers open: one page with a line on it. */
export function sampleDocument(): Promise<File> {
  const line = 'BT /F1 18 Tf 72 720 Td (Prescription, Dr. Kulkarni, Pune) Tj ET';
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>',
    `<</Length ${line.length}>>stream\n${line}\nendstream`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
  ];
  let text = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = text.length;
    text += `${index + 1} 0 obj${object}endobj\n`;
    return offset;
  });
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  text += `xref\n0 6\n0000000000 65535 f \n${entries}trailer<</Size 6/Root 1 0 R>>\nstartxref\n${text.length}\n%%EOF`;
  return Promise.resolve(new File([text], 'prescription.pdf', { type: 'application/pdf' }));
}

function paper(width: number, height: number): [HTMLCanvasElement, CanvasRenderingContext2D] {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('This browser cannot draw.');
  return [canvas, pen];
}

function fill(
  pen: CanvasRenderingContext2D,
  style: string | CanvasGradient,
  [x, y, width, height]: number[],
): void {
  pen.fillStyle = style;
  pen.fillRect(x ?? 0, y ?? 0, width ?? 0, height ?? 0);
}

const fileOf = (canvas: HTMLCanvasElement, name: string, type: string): Promise<File> =>
  new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => (blob ? resolve(new File([blob], name, { type })) : reject(new Error('Not drawn.'))),
      type,
      0.85,
    );
  });
