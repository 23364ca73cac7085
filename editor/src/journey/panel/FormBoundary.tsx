import { Component, type ReactNode } from 'react';

interface Props {
  /** Shown when the form cannot draw what is stored. */
  instead: ReactNode;
  children: ReactNode;
}

/** A configuration written elsewhere may be nothing a form can show; the rest of the page goes on. */
export class FormBoundary extends Component<Props, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    return this.state.failed ? this.props.instead : this.props.children;
  }
}
