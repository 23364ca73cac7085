import { editorIsAccessible } from './editor.ts';

editorIsAccessible('en');
