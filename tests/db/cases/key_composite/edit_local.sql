UPDATE t SET v = '' WHERE a = 2; UPDATE t SET b = 'moved' WHERE b = '1x';
