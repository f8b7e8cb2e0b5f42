// Loaded before a server: it ends with its standard input, that is with whoever started it, however that ends.
process.stdin.resume().on('end', () => process.kill(process.pid, 'SIGTERM'));
