"""Charts as SVG by our own small writer: marks and axes that every chart shares, and the charts of the roll calls."""
