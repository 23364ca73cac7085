import { editorIsAccessible } from './editor.ts';

editorIsAccessible('ja');
