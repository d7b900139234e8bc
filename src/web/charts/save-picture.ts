import { saveFile } from './save-file.ts';

const SHARPNESS = 2;

export const svgFile = (svg: string): Blob => new Blob([svg], { type: 'image/svg+xml' });

function loaded(address: string): Promise<HTMLImageElement> {
  const picture = new Image();
  return new Promise((resolve, reject) => {
    picture.onload = () => resolve(picture);
    picture.onerror = () => reject(new TypeError('the drawing could not be read'));
    picture.src = address;
  });
}

/** Saves a drawing as PNG at twice its size, on the ground of the page. */
export async function savePng(name: string, svg: string, ground: string): Promise<void> {
  const address = URL.createObjectURL(svgFile(svg));
  try {
    const picture = await loaded(address);
    const canvas = document.createElement('canvas');
    canvas.width = picture.naturalWidth * SHARPNESS;
    canvas.height = picture.naturalHeight * SHARPNESS;
    const context = canvas.getContext('2d');
    if (context === null) return;
    context.fillStyle = ground;
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.drawImage(picture, 0, 0, canvas.width, canvas.height);
    const file = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
    if (file !== null) saveFile(name, file);
  } finally {
    URL.revokeObjectURL(address);
  }
}
