UPDATE t SET j = '{ "long" : 1.10,"b":[1e2, "\\u00e9\\/"] }' WHERE id = 1;
