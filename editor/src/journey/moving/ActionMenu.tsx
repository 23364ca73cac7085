import { Menu, Text } from '@mantine/core';
import { Fragment } from 'react';
import { useText } from '../../i18n/text.ts';
import { keyWords } from '../../hotkeys.ts';
import { ACTION_GROUPS } from '../actions/groups.ts';
import type { Action } from '../actions/action.ts';
import { perform } from '../actions/perform.ts';
import { useSession, useUi } from '../session/use-session.ts';
import classes from './moving.module.css';

const WIDTH = 288;
const HEIGHT = 560;

/** Everything that can be done with the selected nodes, at a point of the page. */
export function ActionMenu({ x, y }: { x: number; y: number }) {
  const text = useText();
  const session = useSession();
  const node = useUi(({ selected }) => selected);
  const groups = ACTION_GROUPS.map(({ label, actions }) => ({
    label,
    actions: actions.filter(({ inMenu }) => inMenu),
  }));
  const close = () => session.moving.setState({ menu: null });
  const leave = () => {
    close();
    session.ui.focusSelected();
  };
  const act = (action: Action) => {
    close();
    perform(session, action);
    // What opens something has moved the focus there; otherwise the card has it again.
    requestAnimationFrame(() => document.activeElement === document.body && session.ui.focusSelected());
  };
  return (
    <Menu
      opened
      onClose={leave}
      position="bottom-start"
      width={WIDTH}
      shadow="md"
      trapFocus
      returnFocus={false}
      closeOnItemClick={false}
      offset={2}
    >
      <Menu.Target>
        <button
          type="button"
          tabIndex={-1}
          aria-label={text('moving:act.menu')}
          className={classes.spot}
          style={{
            left: Math.max(8, Math.min(x, window.innerWidth - WIDTH - 16)),
            top: Math.max(8, Math.min(y, window.innerHeight - HEIGHT - 16)),
          }}
        />
      </Menu.Target>
      <Menu.Dropdown className={classes.menu} mah={`min(${HEIGHT}px, 90vh)`}>
        {groups
          .filter(({ actions }) => actions.length > 0)
          .map(({ label, actions }, i) => (
            <Fragment key={label}>
              {i > 0 && <Menu.Divider />}
              <Menu.Label>{text(label)}</Menu.Label>
              {actions.map((action) => {
                const possible = action.isPossible(session, node);
                return (
                  <Menu.Item
                    key={action.id}
                    disabled={possible !== true}
                    title={possible === true ? undefined : text(possible)}
                    rightSection={
                      action.keys[0] && (
                        <Text size="xs" c="dimmed">
                          {keyWords(action.keys[0])}
                        </Text>
                      )
                    }
                    onClick={() => act(action)}
                  >
                    {text(action.label)}
                  </Menu.Item>
                );
              })}
            </Fragment>
          ))}
      </Menu.Dropdown>
    </Menu>
  );
}
