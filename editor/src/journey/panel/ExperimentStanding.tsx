/** What the experiment at the selected node has shown so far. */
export const ExperimentStanding = () => null;
