UPDATE t SET val = 2;
