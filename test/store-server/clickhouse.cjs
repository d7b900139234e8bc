// A real ClickHouse server out of the library that the npm package `chdb` brings, for tests of the way to a server.
// It serves until its standard input is closed, so it ends with the process that started it.
const { open, load, DataType } = require('ffi-rs');

const [library, directory, tcpPort, httpPort] = process.argv.slice(2);
const words = [
  'clickhouse',
  '--multiquery',
  '--path',
  directory,
  '--listen_host=127.0.0.1',
  `--tcp_port=${tcpPort}`,
  `--http_port=${httpPort}`,
  '--input-format',
  'LineAsString',
  '--structure',
  'line String',
  '--query',
  'SYSTEM START LISTEN TCP; SYSTEM START LISTEN HTTP; SELECT count() FROM table FORMAT Null',
];
open({ library: 'chdb', path: library });
load({
  library: 'chdb',
  funcName: 'chdb_query_cmdline',
  retType: DataType.BigInt,
  paramsType: [DataType.I32, DataType.StringArray],
  paramsValue: [words.length, words],
});
