import { Notifications } from '@mantine/notifications';

/** The messages of the moment, at the corner of the page. */
export const ToastList = () => <Notifications position="bottom-right" autoClose={5000} />;
