import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type MeasuredServer, startServer } from '@/bench/measure/measured-process'

export function hasNginx(): boolean {
  return spawnSync('nginx', ['-v']).status === 0
}

/** Serves the pages that `url` has at these paths as files, compressed on the fly: the limit of what a server of pages can do. */
export async function startNginx(
  url: string,
  paths: readonly string[],
  folder: string,
  port: number,
): Promise<MeasuredServer> {
  rmSync(folder, { recursive: true, force: true })
  for (const path of paths) {
    const response = await fetch(url + path)
    mkdirSync(join(folder, 'pages', path, '..'), { recursive: true })
    writeFileSync(join(folder, 'pages', path), Buffer.from(await response.arrayBuffer()))
  }
  return start(folder, `server { listen 127.0.0.1:${port}; root pages; }`, port, paths[0])
}

/** Serves an exported copy of the site from `root`, and what begins with /pagefind from `folder`, where nginx has its own files. */
export function startNginxOn(root: string, folder: string, port: number): Promise<MeasuredServer> {
  mkdirSync(folder, { recursive: true })
  const server = `server { listen 127.0.0.1:${port}; root "${root}"; location /pagefind { root "${folder}"; } }`
  return start(folder, server, port)
}

function start(folder: string, server: string, port: number, path = '/'): Promise<MeasuredServer> {
  const configuration = `
    daemon off; worker_processes auto; pid nginx.pid; error_log stderr;
    events { worker_connections 1024; }
    http {
      types {
        text/html html; text/css css; text/javascript js mjs; image/svg+xml svg; image/png png; application/wasm wasm;
      }
      access_log off; default_type text/html; sendfile on; gzip on; gzip_types text/css text/javascript;
      client_body_temp_path a; proxy_temp_path b; fastcgi_temp_path c; uwsgi_temp_path d; scgi_temp_path e;
      ${server}
    }`
  writeFileSync(join(folder, 'nginx.conf'), configuration)
  const address = { url: `http://127.0.0.1:${port}`, path }
  return startServer(['nginx', '-p', `${folder}/`, '-c', 'nginx.conf'], address)
}
