/** What the middleware in front of every /v1 route has put there. */
export interface RouteEnv {
  Variables: {
    /** From the header `tabiji-workspace`, else the first workspace. */
    workspaceId: number;
  };
}
