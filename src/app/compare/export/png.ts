import type { SvgPicture } from "./picture.ts";

/** The picture drawn at that many times its size. Rejects when the browser cannot draw it. */
export async function pngOf({ svg, width, height }: SvgPicture, scale = 2): Promise<Blob> {
  const image = new Image(width, height);
  // The content security policy allows images of data: and of this origin.
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = width * scale;
  canvas.height = height * scale;
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
