/** An SVG and its size in pixels. */
export interface SvgPicture {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

/** Browsers draw no canvas that is longer. */
const LONGEST = 16_000;

/** The picture drawn at twice its size, or at less where it is very long. Rejects when the browser cannot draw it. */
export async function pngOf({ svg, width, height }: SvgPicture): Promise<Blob> {
  const scale = Math.min(2, LONGEST / width, LONGEST / height);
  const image = new Image(width, height);
  // The content security policy allows images of data: and of this origin.
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = Math.ceil(width * scale);
  canvas.height = Math.ceil(height * scale);
  const context = canvas.getContext("2d");
  if (context === null) throw new Error("This browser draws no pictures.");
  context.scale(scale, scale);
  context.drawImage(image, 0, 0, width, height);
  return blobOf(canvas);
}

function blobOf(canvas: HTMLCanvasElement): Promise<Blob> {
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob === null) reject(new Error("This browser could not draw the picture."));
      else resolve(blob);
    }, "image/png");
  });
}
