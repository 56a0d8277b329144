print("courtnlp")
