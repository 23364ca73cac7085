import '@xyflow/react/dist/base.css';
import {
  ReactFlow,
  ReactFlowProvider,
  useReactFlow,
  useStore,
  ViewportPortal,
  type Edge,
  type Node,
  type ReactFlowInstance,
  type ReactFlowState,
} from '@xyflow/react';
import { useEffect, useMemo, useRef, useState, type MouseEvent, type RefObject } from 'react';
import type { FlowNode } from '../derive.ts';
import type { Layout } from '../layout.ts';
import { boundsOf, boxAt } from '../layout/box.ts';
import type { Point } from '../layout/routes.ts';
import type { Viewport } from '../session/viewport.ts';
import { viewportOf, type Camera } from './camera.ts';
import { useGlide } from './use-glide.ts';
import { firstView, MIN_ZOOM, viewWith } from './first-view.ts';
import { JourneyCard } from './JourneyCard.tsx';
import { Notes } from './notes/Notes.tsx';
import { MiniMap } from './overview/MiniMap.tsx';
import { Overview } from './overview/Overview.tsx';
import { Pill } from './Pill.tsx';
import { TrayHeading } from './TrayHeading.tsx';
import { Ways } from './Ways.tsx';
import { boxOf, cardAt, cellsInView, holds, waysIn } from './window.ts';

const nodeTypes = {
  card: ({ data }: { data: FlowNode['data'] }) => <JourneyCard id={data.id} />,
  pill: ({ data }: { data: FlowNode['data'] }) => <Pill id={data.id} />,
  tray: TrayHeading,
};
/** The left button draws a box around cards; the middle one moves the picture, and every one with Space held. */
const PAN_BUTTONS = [1];
/** Lines are drawn by ourselves: the library would look up both cards of each, whether they can be seen or not. */
const NO_EDGES: Edge[] = [];

/** Everything is measured beforehand, so that nothing is drawn twice. */
const prepared = new WeakMap<FlowNode, Node>();
function prepare(node: FlowNode): Node {
  const known = prepared.get(node);
  if (known) return known;
  const { width, height } = node;
  const made: Node = { ...node, measured: { width, height }, handles: [] };
  prepared.set(node, made);
  return made;
}

interface Props {
  layout: Layout;
  nodes: readonly FlowNode[];
  /** The card that keeps the tab stop: drawn wherever it is. */
  rover: string;
  isDark: boolean;
  /** Takes the window's handle; answers how to give it back. */
  onViewport: (viewport: Viewport) => () => void;
  /** A click on the canvas beside all cards. */
  onGround: () => void;
  onCard: (id: string) => void;
  /** The picture moves: by somebody's hand, or because the page moves it. */
  onMove: (byHand: boolean) => void;
}

const cellsOf = ({ transform, width, height }: ReactFlowState) => cellsInView(transform, width, height);

/** Below this size cards are no longer drawn one by one. */
const FAR = 0.35;
const isFarAway = ({ transform }: ReactFlowState) => transform[2] < FAR;
const transformOf = ({ transform }: ReactFlowState) => transform;
const widthOf = ({ width }: ReactFlowState) => width;
const heightOf = ({ height }: ReactFlowState) => height;

/** What follows every movement of the picture: the overview and the map. */
function Around({ isFar, hovered }: { isFar: boolean; hovered: string | undefined }) {
  const [x, y, zoom] = useStore(transformOf);
  const [width, height] = [useStore(widthOf), useStore(heightOf)];
  const view = useMemo(() => ({ x, y, zoom }), [x, y, zoom]);
  const size = useMemo(() => ({ width, height }), [width, height]);
  return (
    <>
      {isFar && <Overview view={view} size={size} hovered={hovered} />}
      <MiniMap view={view} size={size} />
    </>
  );
}

function Drawing({ layout, nodes, rover, isDark, onViewport, onGround, onCard, onMove }: Props) {
  const frame = useRef<HTMLDivElement>(null);
  const jumped = useGlide(frame, nodes);
  useViewport(onViewport, frame, layout, jumped);
  const cells = useStore(cellsOf);
  const isFar = useStore(isFarAway);
  const [hovered, setHovered] = useState<string>();
  const { screenToFlowPosition } = useReactFlow();
  const cardUnder = ({ clientX, clientY }: MouseEvent) =>
    isFar ? cardAt(layout, screenToFlowPosition({ x: clientX, y: clientY })) : undefined;
  const shown = useMemo(() => {
    if (isFar) return [];
    const box = boxOf(cells);
    return nodes
      .filter(({ id, position, height }) => id === rover || holds(box, position, height))
      .map((node) => prepare(node));
  }, [nodes, cells, rover, isFar]);
  const ways = useMemo(() => (isFar ? [] : waysIn(layout, boxOf(cells))), [layout, cells, isFar]);
  const begin = ({ setViewport }: ReactFlowInstance) => {
    const size = frame.current?.getBoundingClientRect();
    const card = layout.places.get(rover);
    if (!size) return;
    const view = firstView(boundsOf(layout), size);
    void setViewport(card ? viewWith(view, boxAt(card), size) : view);
  };
  return (
    <div ref={frame} style={{ position: 'absolute', inset: 0 }}>
      <ReactFlow
        nodes={shown}
        edges={NO_EDGES}
        nodeTypes={nodeTypes}
        colorMode={isDark ? 'dark' : 'light'}
        nodesDraggable={false}
        nodesConnectable={false}
        nodesFocusable={false}
        edgesFocusable={false}
        elementsSelectable={false}
        deleteKeyCode={null}
        selectionKeyCode={null}
        multiSelectionKeyCode={null}
        disableKeyboardA11y
        elevateNodesOnSelect={false}
        zoomOnDoubleClick={false}
        panOnScroll
        panOnDrag={PAN_BUTTONS}
        minZoom={MIN_ZOOM}
        maxZoom={1.5}
        onInit={begin}
        onPaneClick={(event) => {
          const card = cardUnder(event);
          if (card === undefined) onGround();
          else onCard(card);
          frame.current?.querySelector<HTMLElement>('[data-far]')?.focus();
        }}
        onPaneMouseMove={isFar ? (event) => setHovered(cardUnder(event)) : undefined}
        onNodeClick={(_, { id, type }) => type === 'card' && onCard(id)}
        onMove={(event) => onMove(event !== null)}
      >
        <ViewportPortal>
          <Ways ids={ways} />
          {!isFar && <Notes />}
        </ViewportPortal>
      </ReactFlow>
      <Around isFar={isFar} hovered={hovered} />
    </div>
  );
}

/** Hands the window's movements to the rest of the page, in the page's own terms. */
function useViewport(
  onViewport: Props['onViewport'],
  frame: RefObject<HTMLDivElement | null>,
  layout: Layout,
  jumped: (by: Point) => void,
) {
  const flow = useReactFlow();
  const latest = useRef(layout);
  useEffect(() => {
    latest.current = layout;
  });
  useEffect(() => {
    const camera: Camera = {
      view: () => flow.getViewport(),
      size: () => frame.current?.getBoundingClientRect(),
      set: (view, duration = 0) => void flow.setViewport(view, { duration }),
      zoom: (to) => {
        if (to === 'full') void flow.zoomTo(1, { duration: 160 });
        else void (to === 'in' ? flow.zoomIn({ duration: 120 }) : flow.zoomOut({ duration: 120 }));
      },
    };
    return onViewport(viewportOf(camera, () => latest.current, jumped));
  }, [flow, frame, onViewport, jumped]);
}

/** The canvas itself. The only file that knows the library that draws it. */
export const FlowCanvas = (props: Props) => (
  <ReactFlowProvider>
    <Drawing {...props} />
  </ReactFlowProvider>
);
