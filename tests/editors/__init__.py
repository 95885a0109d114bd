"""Many editors at one record, over HTTP: who saves is counted, and nothing that was saved may be missing afterwards."""
