// In the package everything is installed and built.
export async function installDependencies() {}
export async function buildPages() {}
