// Reads Bicep files and prints what is in them as JSON. Usage: node read-bicep.mjs MODULES FILE...
// MODULES is the folder of node modules. Syntax and names only: there is no compiler here, and no types of resources.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const [modules, ...files] = process.argv.slice(2);
const require = createRequire(join(modules, 'any.js'));
const { Parser, Language } = require('web-tree-sitter');
await Parser.init();
const parser = new Parser();
parser.setLanguage(await Language.load(require.resolve('tree-sitter-bicep/tree-sitter-bicep.wasm')));

const place = node => ({ line: node.startPosition.row + 1, column: node.startPosition.column + 1 });
const of = (node, type) => node.namedChildren.filter(child => child.type === type);
const plain = node => node.type === 'string'
  ? node.namedChildren.map(part => part.type === 'escape_sequence' ? part.text.slice(1) : part.text).join('')
  : node.text;

function* walk(node) {
  yield node;
  for (const child of node.children) yield* walk(child);
}

function errors(root) {
  const found = [];
  for (const node of walk(root)) {
    if (node.isMissing) found.push({ ...place(node), text: `${node.type} is missing` });
    else if (node.isError) found.push({ ...place(node), text: `unexpected ${JSON.stringify(node.text.slice(0, 60))}` });
  }
  return found;
}

function decorators(declaration) {
  const before = declaration.previousNamedSibling;
  if (before?.type !== 'decorators') return {};
  return Object.fromEntries(of(before, 'decorator').map(decorator => {
    const call = decorator.namedChildren[0];
    const argument = call.childForFieldName('arguments')?.namedChildren[0];
    const values = argument === undefined ? [] : argument.type === 'array' ? argument.namedChildren.map(plain) : [plain(argument)];
    return [call.childForFieldName('function').text, values];
  }));
}

// The object that a resource or module is made of, also behind a condition or in a loop.
const bodyOf = declaration => [...walk(declaration)].find(node => node.type === 'object');
const property = (object, name) => of(object, 'object_property').find(one => plain(one.namedChildren[0]) === name)?.namedChildren[1];

// Names that are declared, and where in the tree they stand, so that they are not taken for uses.
function declared(root) {
  const names = new Set();
  const nodes = new Set();
  const add = node => { names.add(node.text); nodes.add(node.id); };
  for (const node of walk(root)) {
    if (/^(parameter|variable|resource|module|output)_declaration$/.test(node.type)) add(node.namedChildren.find(child => child.type === 'identifier'));
    else if (node.type === 'lambda_expression') for (const parameter of node.namedChildren.slice(0, -1)) for (const name of walk(parameter)) if (name.type === 'identifier') add(name);
    if (node.type === 'loop_variable' || node.type === 'loop_enumerator') add(node);
    if (node.type === 'for_statement') { const name = node.childForFieldName('initializer'); if (name) add(name); }
    if (node.type === 'object_property' && node.namedChildren[0].type === 'identifier') nodes.add(node.namedChildren[0].id);
  }
  return { names, nodes };
}

function read(file) {
  const root = parser.parse(readFileSync(file, 'utf8')).rootNode;
  const { names, nodes } = declared(root);
  const all = [...walk(root)];
  const calls = all.filter(node => node.type === 'call_expression').map(node => node.childForFieldName('function'));
  const functionNodes = new Set(calls.map(node => node.id));
  const at = type => all.filter(node => node.type === type);
  const nameOf = node => node.namedChildren.find(child => child.type === 'identifier').text;

  const resource = node => {
    const type = plain(of(node, 'string')[0]);
    return { symbol: nameOf(node), type, existing: / existing\s*=/.test(node.text.split('\n')[0]), text: node.text, ...place(node) };
  };
  const module = node => {
    const body = bodyOf(node);
    const given = property(body, 'params');
    return { symbol: nameOf(node), path: plain(of(node, 'string')[0]), given: given ? of(given, 'object_property').map(one => plain(one.namedChildren[0])) : [], ...place(node) };
  };
  const symbols = at('module_declaration').map(nameOf);
  return {
    file,
    errors: errors(root),
    parameters: at('parameter_declaration').map(node => ({
      name: nameOf(node),
      type: of(node, 'type')[0]?.text ?? node.namedChildren[1]?.text ?? '',
      required: !/=/.test(node.text.slice(0, node.text.includes('\n') ? node.text.indexOf('\n') : undefined)),
      decorators: decorators(node),
      ...place(node),
    })),
    resources: at('resource_declaration').map(resource),
    modules: at('module_declaration').map(module),
    outputs: at('output_declaration').map(nameOf),
    symbols: ['parameter', 'variable', 'resource', 'module'].flatMap(kind => at(`${kind}_declaration`).map(nameOf)),
    undeclared: all.filter(node => node.type === 'identifier' && !nodes.has(node.id) && !functionNodes.has(node.id) && !names.has(node.text))
      .map(node => ({ text: node.text, ...place(node) })),
    functions: [...new Set(calls.filter(node => node.type === 'identifier').map(node => node.text))],
    moduleOutputs: all.filter(node => node.type === 'member_expression')
      .map(node => ({ match: /^(\w+)!?\.outputs\.(\w+)$/.exec(node.text), ...place(node) }))
      .filter(({ match }) => match && symbols.includes(match[1]))
      .map(({ match, line, column }) => ({ symbol: match[1], text: match[2], line, column })),
    used: [...new Set(all.filter(node => node.type === 'identifier' && !nodes.has(node.id)).map(node => node.text))],
  };
}

process.stdout.write(JSON.stringify(files.map(read)));
