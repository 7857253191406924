"""Where a reading is reviewed: each item accepted, corrected or rejected by people, until the plan is adopted."""
