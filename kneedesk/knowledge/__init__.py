"""What ``resources/knowledge`` says, as checked objects: sources, facts, claims, rules, options, risks, texts."""
