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
import { useEffect, useMemo, useRef, type RefObject } from 'react';
import type { FlowNode } from '../derive.ts';
import type { Layout } from '../layout.ts';
import { boundsOf } from '../layout/box.ts';
import type { Point } from '../layout/routes.ts';
import { CARD_WIDTH } from '../layout/sizes.ts';
import type { Viewport } from '../session/viewport.ts';
import { firstView, need, viewOf } from './first-view.ts';
import { JourneyCard } from './JourneyCard.tsx';
import { TrayHeading } from './TrayHeading.tsx';
import { Ways } from './Ways.tsx';
import { boxOf, cellsInView, holds, waysIn } from './window.ts';

const nodeTypes = {
  card: ({ data }: { data: FlowNode['data'] }) => <JourneyCard id={data.id} />,
  tray: TrayHeading,
};
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
  /** The picture moves. */
  onMove: () => void;
}

const cellsOf = ({ transform, width, height }: ReactFlowState) => cellsInView(transform, width, height);

function Drawing({ layout, nodes, rover, isDark, onViewport, onGround, onCard, onMove }: Props) {
  const frame = useRef<HTMLDivElement>(null);
  useViewport(onViewport, frame, layout);
  const cells = useStore(cellsOf);
  const shown = useMemo(() => {
    const box = boxOf(cells);
    return nodes
      .filter(({ id, position, height }) => id === rover || holds(box, position, height))
      .map((node) => prepare(node));
  }, [nodes, cells, rover]);
  const ways = useMemo(() => waysIn(layout, boxOf(cells)), [layout, cells]);
  const begin = ({ setViewport }: ReactFlowInstance) => {
    const size = frame.current?.getBoundingClientRect();
    if (size) void setViewport(firstView(boundsOf(layout), size));
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
        minZoom={0.05}
        maxZoom={1.5}
        onInit={begin}
        onPaneClick={onGround}
        onNodeClick={(_, { id, type }) => type === 'card' && onCard(id)}
        onMove={onMove}
      >
        <ViewportPortal>
          <Ways ids={ways} />
        </ViewportPortal>
      </ReactFlow>
    </div>
  );
}

/** Hands the window's movements to the rest of the page, in the page's own terms. */
function useViewport(onViewport: Props['onViewport'], frame: RefObject<HTMLDivElement | null>, layout: Layout) {
  const flow = useReactFlow();
  const latest = useRef(layout);
  useEffect(() => {
    latest.current = layout;
  });
  useEffect(() => {
    const move = (dx: number, dy: number) => {
      const { x, y, zoom } = flow.getViewport();
      void flow.setViewport({ x: x + dx, y: y + dy, zoom });
    };
    const onScreen = (point: Point): Point => {
      const { x, y, zoom } = flow.getViewport();
      return { x: point.x * zoom + x, y: point.y * zoom + y };
    };
    const show: Viewport['show'] = (box) => {
      const size = frame.current?.getBoundingClientRect();
      if (size) void flow.setViewport(viewOf(box, size), { duration: 160 });
    };
    return onViewport({
      show,
      fit: () => show(boundsOf(latest.current)),
      zoom: (to) => {
        if (to === 'full') void flow.zoomTo(1, { duration: 160 });
        else void (to === 'in' ? flow.zoomIn({ duration: 120 }) : flow.zoomOut({ duration: 120 }));
      },
      carry: (from, to) => {
        const [a, b] = [onScreen(from), onScreen(to)];
        move(b.x - a.x, b.y - a.y);
      },
      reveal: (card) => {
        const size = frame.current?.getBoundingClientRect();
        if (!size) return;
        const upper = onScreen(card);
        const lower = onScreen({ x: card.x + CARD_WIDTH, y: card.y + card.height });
        const [dx, dy] = [need(upper.x, lower.x, size.width), need(upper.y, lower.y, size.height)];
        if (dx || dy) move(dx, dy);
      },
      onScreen,
    });
  }, [flow, frame, onViewport]);
}

/** The canvas itself. The only file that knows the library that draws it. */
export const FlowCanvas = (props: Props) => (
  <ReactFlowProvider>
    <Drawing {...props} />
  </ReactFlowProvider>
);
