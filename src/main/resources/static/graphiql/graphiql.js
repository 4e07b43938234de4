async function start() {
  const welcome = await fetch('/graphiql/welcome.graphql');
  const page = React.createElement(GraphiQL, {
    fetcher: GraphiQL.createFetcher({ url: '/graphql', headers: { 'GraphQL-Preflight': '1' } }),
    defaultQuery: await welcome.text(),
  });
  ReactDOM.createRoot(document.getElementById('graphiql')).render(page);
}

start();
