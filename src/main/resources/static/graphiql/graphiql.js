async function start() {
  const welcome = await fetch('/graphiql/welcome.graphql');
  const page = React.createElement(GraphiQL, {
    fetcher: GraphiQL.createFetcher({ url: '/graphql' }),
    defaultQuery: await welcome.text(),
  });
  ReactDOM.createRoot(document.getElementById('graphiql')).render(page);
}

start();
