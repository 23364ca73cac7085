import '@xyflow/react/dist/base.css';
import {
  getNodesBounds,
  Position,
  ReactFlow,
  ReactFlowProvider,
  useReactFlow,
  type Node,
  type ReactFlowInstance,
  type Rect,
} from '@xyflow/react';
import { useEffect, useRef, type RefObject } from 'react';
import type { Flow, FlowEdge, FlowNode } from '../derive.ts';
import type { Point } from '../layout/routes.ts';
import { CARD_WIDTH } from '../layout/sizes.ts';
import type { Viewport } from '../session/viewport.ts';
import { JourneyCard } from './JourneyCard.tsx';
import { OpenEnd } from './OpenEnd.tsx';
import { TrayHeading } from './TrayHeading.tsx';
import { Way } from './Way.tsx';

/** What the library looks for when it measures where lines may end; our lines know their own way. */
const ends = (
  <>
    <i className="target" data-handlepos="top" />
    <i className="source" data-handlepos="bottom" />
  </>
);
const nodeTypes = {
  card: ({ data }: { data: FlowNode['data'] }) => (
    <>
      {ends}
      <JourneyCard id={data.id} />
    </>
  ),
  open: ({ data }: { data: FlowNode['data'] }) => (
    <>
      {ends}
      <OpenEnd id={data.id} />
    </>
  ),
  tray: TrayHeading,
};
const edgeTypes = { way: ({ data }: { data?: FlowEdge['data'] }) => (data ? <Way id={data.id} /> : null) };

/** Everything is measured beforehand, so that cards out of sight need not be drawn to be known. */
const prepared = new WeakMap<FlowNode, Node>();
function prepare(node: FlowNode): Node {
  const known = prepared.get(node);
  if (known) return known;
  const { width, height } = node;
  const handle = { x: width / 2, width: 1, height: 1 };
  const made: Node = {
    ...node,
    measured: { width, height },
    handles: [
      { ...handle, type: 'target', position: Position.Top, y: 0 },
      { ...handle, type: 'source', position: Position.Bottom, y: height },
    ],
  };
  prepared.set(node, made);
  return made;
}

interface Props {
  flow: Flow;
  isDark: boolean;
  /** Takes the window's handle; answers how to give it back. */
  onViewport: (viewport: Viewport) => () => void;
  /** A click on the canvas beside all cards. */
  onGround: () => void;
  onCard: (id: string) => void;
  /** The picture moves. */
  onMove: () => void;
}

/** Everything if it can be read; otherwise the beginning, at a size that can. */
function firstView(all: Rect, { width, height }: { width: number; height: number }) {
  const air = 40;
  const fitting = Math.min((width - 2 * air) / all.width, (height - 2 * air) / all.height);
  const zoom = Math.min(1, Math.max(0.85, fitting));
  const x = width / 2 - (all.x + all.width / 2) * zoom;
  const left = all.width * zoom > width ? width / 2 : x;
  const spare = height - all.height * zoom;
  return { x: left, y: Math.max(air, Math.min(spare / 2, 72)) - all.y * zoom, zoom };
}

const FIT = { padding: 0.12, maxZoom: 1, minZoom: 0.4 } as const;

function Drawing({ flow, isDark, onViewport, onGround, onCard, onMove }: Props) {
  const frame = useRef<HTMLDivElement>(null);
  useViewport(onViewport, frame);
  const begin = ({ getNodes, setViewport }: ReactFlowInstance<Node, FlowEdge>) => {
    const size = frame.current?.getBoundingClientRect();
    if (size) void setViewport(firstView(getNodesBounds(getNodes()), size));
  };
  return (
    <div ref={frame} style={{ position: 'absolute', inset: 0 }}>
      <ReactFlow
        nodes={flow.nodes.map(prepare)}
        edges={flow.edges}
        nodeTypes={nodeTypes}
        edgeTypes={edgeTypes}
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
        onlyRenderVisibleElements
        elevateNodesOnSelect={false}
        zoomOnDoubleClick={false}
        panOnScroll
        minZoom={0.05}
        maxZoom={1.5}
        onInit={begin}
        onPaneClick={onGround}
        onNodeClick={(_, { id, type }) => type === 'card' && onCard(id)}
        onMove={onMove}
      />
    </div>
  );
}

/** Hands the window's movements to the rest of the page, in the page's own terms. */
function useViewport(onViewport: Props['onViewport'], frame: RefObject<HTMLDivElement | null>) {
  const flow = useReactFlow();
  useEffect(() => {
    const move = (dx: number, dy: number) => {
      const { x, y, zoom } = flow.getViewport();
      void flow.setViewport({ x: x + dx, y: y + dy, zoom });
    };
    const onScreen = (point: Point): Point => {
      const { x, y, zoom } = flow.getViewport();
      return { x: point.x * zoom + x, y: point.y * zoom + y };
    };
    return onViewport({
      fit: () => void flow.fitView({ ...FIT, duration: 160 }),
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

/** How far something from `low` to `high` must move to lie within `size`, with some air. */
function need(low: number, high: number, size: number): number {
  const air = 24;
  if (low < air || high - low > size - 2 * air) return air - low;
  return high > size - air ? size - air - high : 0;
}

/** The canvas itself. The only file that knows the library that draws it. */
export const FlowCanvas = (props: Props) => (
  <ReactFlowProvider>
    <Drawing {...props} />
  </ReactFlowProvider>
);
