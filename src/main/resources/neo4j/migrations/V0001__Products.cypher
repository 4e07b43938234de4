CREATE CONSTRAINT product_id IF NOT EXISTS FOR (product:Product) REQUIRE product.id IS UNIQUE;
